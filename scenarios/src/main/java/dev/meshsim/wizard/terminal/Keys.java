package dev.meshsim.wizard.terminal;

import dev.meshsim.wizard.Leaving;
import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Single keys, which are not shown. */
final class Keys {

  private static final int SLICE_MILLIS = 50;
  private static final int END_OF_TEXT = 3;
  private static final int END_OF_TRANSMISSION = 4;

  private final Terminal terminal;
  private final Interrupts interrupts;

  Keys(Terminal terminal, Interrupts interrupts) {
    this.terminal = terminal;
    this.interrupts = interrupts;
  }

  /** Waits for Enter. */
  void untilEnter() {
    while (!isEnter(1000)) {
      terminal.flush();
    }
  }

  /**
   * Waits for Enter for a time.
   *
   * @param millis more than 0
   * @return false if the time is over
   * @throws Leaving after Ctrl-C, Ctrl-D or the end of the input
   */
  boolean isEnter(long millis) {
    terminal.flush();
    Attributes before = terminal.enterRawMode();
    try {
      for (long waited = 0; waited < millis; waited += SLICE_MILLIS) {
        interrupts.check();
        int key = terminal.reader().read(Math.min(SLICE_MILLIS, millis));
        if (key == END_OF_TEXT) {
          throw new Leaving(Leaving.Way.OUT);
        }
        if (key == '\r' || key == '\n') {
          return true;
        }
        if (key == END_OF_TRANSMISSION || key == NonBlockingReader.EOF) {
          throw new Leaving(Leaving.Way.BACK);
        }
      }
      return false;
    } catch (IOException e) {
      throw new Leaving(Leaving.Way.OUT);
    } finally {
      terminal.setAttributes(before);
    }
  }
}
