package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FilesException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's results go: a few files, and a directory for each scenario. Results of the same
 * scenario are replaced as a whole. A directory that holds anything else is refused, so that a
 * mistyped name never costs somebody's files; and so is one that another run writes to.
 */
public final class ResultsDirectory implements AutoCloseable {

  public static final String RUN = "run.json";
  public static final String RESULTS = "results.json";
  public static final String JUNIT = "junit.xml";
  public static final String TRACE = "trace.jsonl";
  public static final String TRANSCRIPT = "transcript.md";
  public static final String MESSAGES = "messages";
  public static final String STORES = "stores";
  public static final String IMPORTED = "imported.txt";
  public static final String INTERNAL_ERROR = "internal-error.txt";

  static final String LOCK = ResultsClaim.LOCK;

  private static final Set<String> RUN_FILES = Set.of(RUN, RESULTS, JUNIT, LOCK);
  private static final Set<String> SCENARIO_FILES =
      Set.of(LOCK, TRACE, TRANSCRIPT, IMPORTED, INTERNAL_ERROR);
  private static final Pattern MESSAGE = Pattern.compile("[0-9]{3,}-[A-Za-z.]+\\.json");

  private final Path root;
  private final FileClaim claim;

  private ResultsDirectory(Path root, FileClaim claim) {
    this.root = root;
    this.claim = claim;
  }

  /**
   * Opens a directory for results, making it if it is absent, and claims it.
   *
   * @throws ResultsException {@code results.foreign} if it holds anything but results
   * @throws ResultsException {@code results.in-use} if another run has claimed it
   */
  public static ResultsDirectory open(Path root) {
    return ResultsClaim.with(
        root,
        RUN,
        claim -> {
          for (Path entry : entries(root)) {
            requireOurs(root, entry);
          }
          return new ResultsDirectory(root, claim);
        });
  }

  /**
   * Empties a directory for the results of one scenario, making it if it is absent, and claims it.
   *
   * @throws ResultsException {@code results.foreign} if it holds anything but results of one
   *     scenario
   * @throws ResultsException {@code results.in-use} if another run has claimed it
   */
  public static ResultsDirectory single(Path directory) {
    return ResultsClaim.with(
        directory,
        TRANSCRIPT,
        claim -> {
          List<Path> old = entries(directory);
          for (Path file : old) {
            requireScenarioFile(directory, file);
          }
          old.removeIf(file -> file.endsWith(LOCK) || file.endsWith(TRANSCRIPT));
          RunStore.logs().requireClosed(directory);
          // The transcript, which says whose the directory is, is there all the time.
          Files.write(directory.resolve(TRANSCRIPT), new byte[0]);
          for (Path file : old) {
            deleteTree(file);
          }
          return new ResultsDirectory(directory, claim);
        });
  }

  /** The directory itself. */
  public Path path() {
    return root;
  }

  /** Lets other runs in. */
  @Override
  public void close() {
    claim.close();
  }

  /** Deletes a directory and all that is in it. */
  public static void delete(Path directory) {
    try {
      deleteTree(directory);
    } catch (IOException e) {
      throw ResultsException.io(directory, e);
    }
  }

  /**
   * Looks whether the results of a scenario and its machines' data can be replaced.
   *
   * @throws FilesException.FileLocked if somebody has one of these stores open
   */
  public void requireClosed(String label, String scenario, RunStore store) {
    Path directory = root.resolve(label);
    try {
      if (Files.isDirectory(directory)) {
        RunStore.logs().requireClosed(directory);
      }
      machines(scenario, store).requireClosed();
    } catch (IOException e) {
      throw ResultsException.io(directory, e);
    }
  }

  /**
   * Where a scenario's results and its machines' data go; both are emptied.
   *
   * @param machines the names of the directories that the scenario makes
   */
  public ScenarioPlace place(String label, String scenario, RunStore store, List<String> machines) {
    MachinesPlace place = machines(scenario, store);
    requireClosed(label, scenario, store);
    try {
      if (store.machines().keepsFiles()) {
        requireNoLink(place.path());
        place.replace(machines);
      }
    } catch (IOException e) {
      throw ResultsException.io(place.path(), e);
    }
    return new ScenarioPlace(label, store, scenario(label), place.path());
  }

  private MachinesPlace machines(String scenario, RunStore store) {
    Path place = root.resolve(STORES).resolve(store.name()).resolve(scenario);
    return new MachinesPlace(root, place, store.name());
  }

  /** Neither the place nor what leads to it may have become a link since it was looked at. */
  private void requireNoLink(Path place) {
    Path path = root;
    for (Path name : root.relativize(place)) {
      path = path.resolve(name);
      if (Files.isSymbolicLink(path)) {
        throw ResultsException.foreign(root, root.relativize(path));
      }
    }
  }

  private Path scenario(String name) {
    Path directory = root.resolve(name);
    try {
      if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
        requireOurs(root, directory);
        deleteTree(directory);
      }
      return Files.createDirectory(directory);
    } catch (IOException e) {
      throw ResultsException.io(directory, e);
    }
  }

  public static void write(Path file, Bytes content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content.toArray());
    } catch (IOException e) {
      throw ResultsException.io(file, e);
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }

  private static void requireOurs(Path root, Path entry) throws IOException {
    String name = entry.getFileName().toString();
    if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && RUN_FILES.contains(name)) {
      return;
    }
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      throw ResultsException.foreign(root, root.relativize(entry));
    }
    for (Path file : entries(entry)) {
      if (name.equals(STORES)) {
        requireStores(root, file);
      } else {
        requireScenarioFile(root, file);
      }
    }
  }

  /** The places of all scenarios in one kind of store. */
  private static void requireStores(Path root, Path kind) throws IOException {
    if (!Files.isDirectory(kind, LinkOption.NOFOLLOW_LINKS)) {
      throw ResultsException.foreign(root, root.relativize(kind));
    }
    for (Path place : entries(kind)) {
      new MachinesPlace(root, place, kind.getFileName().toString()).requireOurs();
    }
  }

  private static void requireScenarioFile(Path root, Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean directory = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    if (directory && name.equals(MESSAGES)) {
      for (Path message : entries(file)) {
        if (!MESSAGE.matcher(message.getFileName().toString()).matches()
            || !Files.isRegularFile(message, LinkOption.NOFOLLOW_LINKS)) {
          throw ResultsException.foreign(root, root.relativize(message));
        }
      }
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !(SCENARIO_FILES.contains(name) || RunStore.logs().makes(Path.of(name)))) {
      throw ResultsException.foreign(root, root.relativize(file));
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
