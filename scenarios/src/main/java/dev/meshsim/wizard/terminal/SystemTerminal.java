package dev.meshsim.wizard.terminal;

import dev.meshsim.error.Quote;
import dev.meshsim.wizard.WizardException;
import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** The terminal of this process. */
public final class SystemTerminal {

  /** The fewest columns: a share of a usual secret has 36 letters and dashes. */
  static final int COLUMNS = 40;

  private SystemTerminal() {}

  /**
   * Opens the terminal, which the caller closes.
   *
   * @param command the command that needs it, for the message
   * @param example a form of the command that asks nothing
   * @throws WizardException {@code wizard.no-terminal} if standard input or output is none; as
   *     {@link #requireFit} does
   */
  public static Terminal open(String command, String example) {
    Terminal terminal;
    try {
      // Without clusters of graphemes nothing is asked of the terminal, whose late answers would be
      // taken for typed keys.
      terminal = TerminalBuilder.builder().system(true).dumb(false).graphemeCluster(false).build();
    } catch (IOException | IllegalStateException e) {
      throw WizardException.noTerminal(command, example);
    }
    try {
      return requireFit(terminal);
    } catch (WizardException e) {
      close(terminal);
      throw e;
    }
  }

  /**
   * Checks that a terminal can hold a conversation.
   *
   * @throws WizardException {@code wizard.cannot-erase} or {@code wizard.too-narrow} if not
   */
  public static Terminal requireFit(Terminal terminal) {
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)
        || terminal.getStringCapability(Capability.clear_screen) == null) {
      throw WizardException.cannotErase(Quote.brief(terminal.getType()));
    }
    int columns = terminal.getWidth();
    if (columns > 0 && columns < COLUMNS) {
      throw WizardException.tooNarrow(columns, COLUMNS);
    }
    return terminal;
  }

  private static void close(Terminal terminal) {
    try {
      terminal.close();
    } catch (IOException e) {
      // The failure that is reported is the one before.
      return;
    }
  }
}
