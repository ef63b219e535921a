package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.Console;
import dev.meshsim.error.Quote;
import dev.meshsim.report.listener.Terminal;
import java.util.Locale;

/** The progress of a simulation: one line on a terminal, which is removed before others. */
final class Progress {

  /** The most characters, so that the line fits into a terminal. */
  private static final int WIDTH = 76;

  private final Terminal terminal;

  private Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Progress on a console; none without a terminal, or if it is not wanted. */
  static Progress on(Console console, boolean wanted) {
    return new Progress(wanted ? console.terminal(false) : Terminal.NONE);
  }

  /**
   * Shows how many seeds are done.
   *
   * @param last the number of all; 0 if there is no end
   */
  void seeds(long done, long last, long operations, int findings) {
    show(
        String.format(
            Locale.ROOT,
            "%,d%s seeds, %,d operations, %,d with findings",
            done,
            last == 0 ? "" : String.format(Locale.ROOT, " of %,d", last),
            operations,
            findings));
  }

  /** Shows a line in place of the one before. */
  void show(String line) {
    terminal.progress(Quote.of(line, WIDTH));
  }

  /** Removes the line, before others are printed. */
  void clear() {
    terminal.progress("");
  }
}
