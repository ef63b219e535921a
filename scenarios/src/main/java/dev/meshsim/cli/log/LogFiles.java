package dev.meshsim.cli.log;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The log files of one portal, as arguments of a command. */
final class LogFiles {

  private static final String SUFFIX = ".jlog";

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

  /**
   * A file, or the logs in a directory in the order of their names.
   *
   * @throws InputException if a directory has none, or cannot be read
   */
  static List<Path> in(Path file) {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> names = Files.list(file)) {
      List<Path> logs = names.filter(name -> name.toString().endsWith(SUFFIX)).sorted().toList();
      if (!logs.isEmpty()) {
        return logs;
      }
    } catch (IOException e) {
      throw new InputException(
          Quote.of(file) + ": cannot be read: " + IoReason.of(e), "name a directory with logs");
    }
    throw new InputException(
        Quote.of(file) + " has no file whose name ends in " + SUFFIX, "name a directory with logs");
  }

  String domain() {
    return domain;
  }
}
