package dev.meshsim.wizard.terminal;

import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The alternate screen of a terminal, of which nothing stays, not even in the lines that were
 * scrolled away. A terminal without one is cleared instead.
 */
final class OtherScreen {

  private OtherScreen() {}

  /** Does some work on a cleared screen, and clears it again however the work ends. */
  static String on(Terminal terminal, Supplier<String> work) {
    // A process that is ended in the middle must not leave the secret behind either.
    Thread end = new Thread(() -> leaveAtEnd(terminal), "wizard-screen");
    Runtime.getRuntime().addShutdownHook(end);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.clear_screen);
    terminal.flush();
    try {
      return work.get();
    } finally {
      leave(terminal);
      try {
        Runtime.getRuntime().removeShutdownHook(end);
      } catch (IllegalStateException e) {
        // The process is ending, and the hook clears the screen once more.
        terminal.flush();
      }
    }
  }

  private static void leaveAtEnd(Terminal terminal) {
    try {
      leave(terminal);
    } catch (IllegalStateException e) {
      // The terminal is gone, and with it what it showed.
      return;
    }
  }

  private static void leave(Terminal terminal) {
    terminal.puts(Capability.clear_screen);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
  }
}
