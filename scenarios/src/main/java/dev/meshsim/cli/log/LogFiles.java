package dev.meshsim.cli.log;

import dev.meshsim.cli.console.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The log files of one portal, as arguments of a command. */
final class LogFiles {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The mesh log, the portal log or both, in any order.")
  private List<Path> files = List.of();

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      defaultValue = "example.com",
      description =
          "The domain for account names without one, as in 2016. Default: ${DEFAULT-VALUE}.")
  private String domain = "example.com";

  /**
   * The files.
   *
   * @throws InputException if one of them is absent
   */
  List<Path> existing() {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new InputException(file + " is not a file", "name a .jlog file");
      }
    }
    return files;
  }

  String domain() {
    return domain;
  }
}
