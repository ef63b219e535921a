package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.EvidenceFile;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.terminal.SystemTerminal;
import dev.meshsim.wizard.terminal.TerminalConversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jline.terminal.Terminal;

/** Runs a wizard on the terminal of this process. */
final class Wizard {

  private static final Duration PACE = Duration.ofSeconds(1);

  private Wizard() {}

  /**
   * Runs it.
   *
   * @param example a form of the command that asks nothing
   * @param wizard returns the exit code
   */
  static int run(String command, String example, Function<Conversation, Integer> wizard) {
    try (Terminal terminal = SystemTerminal.open(command, example);
        TerminalConversation talk =
            new TerminalConversation(
                terminal, PACE, failure -> EvidenceFile.keep(Path.of(""), failure))) {
      return wizard.apply(talk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
