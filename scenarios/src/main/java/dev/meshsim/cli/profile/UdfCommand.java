package dev.meshsim.cli.profile;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim udf}. */
@Command(
    name = "udf",
    description = "Prints the fingerprint of a file's content.",
    mixinStandardHelpOptions = true)
public final class UdfCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--type",
      paramLabel = "CONTENT-TYPE",
      required = true,
      description = "The content type, text/plain for example; it is part of the fingerprint.")
  private String type = "";

  @Option(
      names = "--udf-format",
      paramLabel = "NAME",
      defaultValue = "MESH",
      description = "Length and grouping: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private UdfFormat format = UdfFormat.MESH;

  @Parameters(paramLabel = "FILE", description = "The file; - reads standard input.")
  private String file = "";

  public UdfCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (type.isBlank()) {
      throw new InputException("the content type is empty", "write for example --type text/plain");
    }
    Udf udf = InputStreams.read(file, in -> Udf.fingerprint(format, type, in));
    console.out().println(udf.text());
    return 0;
  }
}
