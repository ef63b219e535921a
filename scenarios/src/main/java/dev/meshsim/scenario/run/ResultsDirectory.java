package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's results go: a few files, and a directory for each scenario. Results of the same
 * scenario are replaced as a whole. A directory that holds anything else is refused, so that a
 * mistyped name never costs somebody's files.
 */
final class ResultsDirectory {

  static final String RUN = "run.json";
  static final String RESULTS = "results.json";
  static final String JUNIT = "junit.xml";
  static final String MESH_LOG = "mesh.jlog";
  static final String PORTAL_LOG = "portal.jlog";
  static final String TRACE = "trace.jsonl";
  static final String TRANSCRIPT = "transcript.md";
  static final String MESSAGES = "messages";
  static final String STORES = "stores";
  static final String IMPORTED = "imported.txt";
  static final String INTERNAL_ERROR = "internal-error.txt";

  private static final Set<String> RUN_FILES = Set.of(RUN, RESULTS, JUNIT);
  private static final Set<String> SCENARIO_FILES =
      Set.of(
          MESH_LOG,
          PORTAL_LOG,
          MESH_LOG + ".lock",
          PORTAL_LOG + ".lock",
          TRACE,
          TRANSCRIPT,
          IMPORTED,
          INTERNAL_ERROR);
  private static final Pattern MESSAGE = Pattern.compile("[0-9]{3,}-[A-Za-z.]+\\.json");

  private final Path root;

  private ResultsDirectory(Path root) {
    this.root = root;
  }

  /**
   * Opens a directory for results, making it if it is absent.
   *
   * @throws ForeignResultsException if it holds anything but results
   */
  static ResultsDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      for (Path entry : entries(root)) {
        requireOurs(root, entry);
      }
      return new ResultsDirectory(root);
    } catch (IOException e) {
      throw new ResultsException(root, e);
    }
  }

  /**
   * Empties a directory for the results of one scenario, making it if it is absent.
   *
   * @throws ForeignResultsException if it holds anything but results of one scenario
   */
  static Path single(Path directory) {
    try {
      Files.createDirectories(directory);
      for (Path file : entries(directory)) {
        requireScenarioFile(directory, file);
      }
      for (Path file : entries(directory)) {
        deleteTree(file);
      }
      return directory;
    } catch (IOException e) {
      throw new ResultsException(directory, e);
    }
  }

  /** Deletes a directory and all that is in it. */
  static void delete(Path directory) {
    try {
      deleteTree(directory);
    } catch (IOException e) {
      throw new ResultsException(directory, e);
    }
  }

  /** Where a scenario's results and its machines' data go; both are emptied. */
  ScenarioPlace place(String label, String scenario, RunStore store) {
    Path machines = root.resolve(STORES).resolve(store.name()).resolve(scenario);
    try {
      if (Files.exists(machines, LinkOption.NOFOLLOW_LINKS)) {
        deleteTree(machines);
      }
    } catch (IOException e) {
      throw new ResultsException(machines, e);
    }
    return new ScenarioPlace(label, store, scenario(label), machines);
  }

  private Path scenario(String name) {
    Path directory = root.resolve(name);
    try {
      if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
        deleteTree(directory);
      }
      return Files.createDirectory(directory);
    } catch (IOException e) {
      throw new ResultsException(directory, e);
    }
  }

  static void write(Path file, Bytes content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content.toArray());
    } catch (IOException e) {
      throw new ResultsException(file, e);
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }

  private static void requireOurs(Path root, Path entry) throws IOException {
    String name = entry.getFileName().toString();
    if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && RUN_FILES.contains(name)) {
      return;
    }
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      throw new ForeignResultsException(root, root.relativize(entry));
    }
    if (name.equals(STORES)) {
      return;
    }
    for (Path file : entries(entry)) {
      requireScenarioFile(root, file);
    }
  }

  private static void requireScenarioFile(Path root, Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean directory = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    if (directory && name.equals(MESSAGES)) {
      for (Path message : entries(file)) {
        if (!MESSAGE.matcher(message.getFileName().toString()).matches()
            || !Files.isRegularFile(message, LinkOption.NOFOLLOW_LINKS)) {
          throw new ForeignResultsException(root, root.relativize(message));
        }
      }
    } else if (!(directory && name.equals(STORES))
        && !(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && SCENARIO_FILES.contains(name))) {
      throw new ForeignResultsException(root, root.relativize(file));
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
