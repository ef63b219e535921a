package dev.meshsim.wizard.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Waits for an answer of somebody else, with a line that shows it. */
final class Waiting {

  private static final String WHEEL = "|/-\\";
  private static final int SLICE_MILLIS = 250;
  private static final int LONGEST = 10;

  private final Terminal terminal;
  private final Keys keys;
  private final Duration pace;
  private final int width;

  Waiting(Terminal terminal, Keys keys, Duration pace, int width) {
    this.terminal = terminal;
    this.keys = keys;
    this.pace = pace;
    this.width = width;
  }

  <T> Optional<T> await(String about, Supplier<Optional<T>> ask) {
    Wrapping.lines(about + " Enter stops waiting.", width).forEach(terminal.writer()::println);
    try {
      long pause = pace.toMillis();
      long waited = 0;
      while (true) {
        show(waited);
        Optional<T> answer = ask.get();
        if (answer.isPresent()) {
          return answer;
        }
        for (long left = pause; left > 0; left -= SLICE_MILLIS) {
          long slice = Math.min(left, SLICE_MILLIS);
          if (keys.isEnter(slice)) {
            return Optional.empty();
          }
          waited += slice;
          show(waited);
        }
        pause = Math.min(2 * pause, LONGEST * pace.toMillis());
      }
    } finally {
      erase(terminal);
    }
  }

  private void show(long waited) {
    erase(terminal);
    int turn = (int) (waited / SLICE_MILLIS % WHEEL.length());
    terminal
        .writer()
        .print("  " + WHEEL.charAt(turn) + " " + waited / 60_000 + ":" + seconds(waited));
    terminal.flush();
  }

  private static String seconds(long millis) {
    long seconds = millis / 1000 % 60;
    return seconds < 10 ? "0" + seconds : String.valueOf(seconds);
  }

  /** Erases the line that shows the waiting. */
  static void erase(Terminal terminal) {
    terminal.writer().print('\r');
    terminal.puts(Capability.clr_eol);
    terminal.flush();
  }
}
