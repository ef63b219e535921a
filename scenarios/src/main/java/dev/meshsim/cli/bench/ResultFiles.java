package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.error.Quote;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.JmhReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Results that the command line names: a file of JMH, or a directory of {@code mesh-sim bench}, all
 * of whose files of JMH are one run.
 */
final class ResultFiles {

  /** The end of the names of JMH's files in a directory of results. */
  static final String SUFFIX = ".jmh.json";

  private ResultFiles() {}

  static BenchResults read(String name) {
    Path path = path(name);
    if (!Files.isDirectory(path)) {
      return file(name);
    }
    List<String> files = in(path);
    if (files.isEmpty()) {
      throw new InputException(
          Quote.of(name) + " has no file *" + SUFFIX,
          "name a directory that mesh-sim bench wrote, or a file that JMH wrote with -rf json");
    }
    return BenchResults.of(name, files.stream().map(ResultFiles::file).toList());
  }

  private static BenchResults file(String name) {
    return JmhReader.read(name, InputFile.read(name).text());
  }

  static List<String> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::toString).filter(file -> file.endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new InputException(
          Quote.of(directory) + " cannot be listed: " + dev.meshsim.error.IoReason.of(e),
          "check its permissions");
    }
  }

  private static Path path(String name) {
    return new dev.meshsim.cli.console.PathArgument().convert(name);
  }
}
