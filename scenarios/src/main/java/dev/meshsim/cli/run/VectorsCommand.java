package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.vectors.VectorSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim vectors}. */
@Command(
    name = "vectors",
    description = "Writes the published test vectors, and checks directories of them.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class VectorsCommand {

  public VectorsCommand() {}

  /** {@code mesh-sim vectors write}. */
  @Command(
      name = "write",
      description = {
        "Writes the files of vectors/ into a directory.",
        "Existing files are replaced. The content is equal every time."
      },
      mixinStandardHelpOptions = true)
  public static final class Write implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The directory; made if it is absent.")
    private Path directory = Path.of("");

    public Write(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try {
        VectorSet.write(directory)
            .forEach((file, tests) -> console.line(tests + " " + directory.resolve(file)));
      } catch (IOException e) {
        throw new InputException(
            "cannot write to " + directory + ": " + IoReason.of(e),
            "name a directory that may be written to");
      }
      return 0;
    }
  }
}
