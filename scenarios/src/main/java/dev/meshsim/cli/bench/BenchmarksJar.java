package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jar of the benchmarks in a checkout, built where it is missing or older than a source. */
final class BenchmarksJar {

  private static final String BUILD =
      "-q -B -Dstyle.color=never -DskipTests -Dspotless.check.skip -pl benchmarks -am package";

  private final Path project;
  private final Console console;

  BenchmarksJar(Path project, Console console) {
    this.project = project;
    this.console = console;
  }

  /**
   * The jar, built if that is needed.
   *
   * @throws InputException if this is no checkout, or the build fails
   */
  Path require() {
    if (!Files.isRegularFile(project.resolve("benchmarks/pom.xml"))) {
      throw new InputException(
          "the benchmarks are run from a checkout of the project, and this is none: "
              + Quote.of(project.toAbsolutePath()),
          "clone the project and run bin/mesh-sim bench there; bench compare and bench report"
              + " work without");
    }
    Path jar = project.resolve("benchmarks/target/benchmarks.jar");
    if (!isFresh(jar)) {
      console.note("mesh-sim: building the benchmarks, as the first time or after a change");
      build();
    }
    if (!Files.isRegularFile(jar)) {
      throw new InputException(
          "the build made no " + Quote.of(jar), "run ./mvnw -pl benchmarks -am package");
    }
    return jar;
  }

  private boolean isFresh(Path jar) {
    try (Stream<Path> modules = Files.list(project)) {
      FileTime built = Files.getLastModifiedTime(jar);
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main");
        if (Files.isDirectory(sources) && isNewer(sources, built)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isNewer(Path sources, FileTime built) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
          return true;
        }
      }
      return false;
    }
  }

  private void build() {
    List<String> output = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of(maven()));
    command.addAll(List.of(BUILD.split(" ", -1)));
    int code = ChildProcess.run(command, project, output::add);
    if (code != 0) {
      output.forEach(console::note);
      throw new InputException(
          "the build of the benchmarks failed; its output is above",
          "correct what it names, and run the command again");
    }
  }

  /** Maven of the system, or the project's wrapper. */
  private String maven() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, "mvn"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(project.toAbsolutePath().resolve("mvnw").toString());
  }

  /** Refuses a directory on a disk without room for results and the stores of benchmarks. */
  static void requireRoom(Path directory, long octets) {
    try {
      long room = Files.getFileStore(directory).getUsableSpace();
      if (room < octets) {
        throw new InputException(
            Quote.of(directory) + " has room for " + room / 1_000_000 + " MB only",
            "make room for " + octets / 1_000_000 + " MB, or set --out or TMPDIR to another disk");
      }
    } catch (IOException e) {
      throw new InputException(
          Quote.of(directory) + " cannot be used: " + IoReason.of(e), "name another with --out");
    }
  }
}
