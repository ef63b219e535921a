package dev.meshsim.cli.log;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.transparency.Evidence;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim log evidence}. */
@Command(
    name = "evidence",
    description =
        "Judges the evidence of what a portal or a witness did to a log, without trusting anybody.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class LogEvidenceCommand {

  public LogEvidenceCommand() {}

  /** {@code mesh-sim log evidence verify}. */
  @Command(
      name = "verify",
      description = {
        "Verifies a file of evidence and says what it shows.",
        "The log was forked or lost records, a record was dropped, an old one was given as the"
            + " latest, or a witness has cosigned two histories of a log. Exit code 0 if the file"
            + " proves it, 2 if it shows nothing."
      },
      mixinStandardHelpOptions = true)
  public static final class Verify implements Callable<Integer> {

    private final Console console;

    @Parameters(
        paramLabel = "FILE",
        description = "The evidence, as log follow, witness serve or another command writes it.")
    private String file = "";

    public Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      console.line(
          InputStreams.parse(file, Evidence.MOST_OCTETS, text -> Evidence.read(text).judge()));
      return 0;
    }
  }
}
