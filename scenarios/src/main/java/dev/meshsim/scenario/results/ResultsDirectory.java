package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FilesException;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.document.TranscriptReport;
import dev.meshsim.report.listener.IdentityReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a run's results: a few files, and a directory for each scenario. A run first
 * removes earlier results. A directory with any other file is refused, so that a mistyped name
 * never costs somebody's files; so is a directory that another run writes to.
 */
public final class ResultsDirectory implements AutoCloseable {

  /** The notes on the logs that a scenario starts from, in its directory. */
  public static final String IMPORTED = "imported.txt";

  /** The stack trace of an error of the program, in a scenario's directory. */
  public static final String INTERNAL_ERROR = "internal-error.txt";

  /** The directory with evidence against portals, in a scenario's directory. */
  public static final String EVIDENCE = "evidence";

  /** The directory with the data of all machines, in the results directory. */
  public static final String STORES = "stores";

  /** The content of a transcript until its scenario has ended. */
  private static final String UNFINISHED =
      "The scenario has not ended: it is running, or it was stopped.\n";

  private final Path root;
  private final FileClaim claim;
  private final ResultsFiles known;

  private ResultsDirectory(Path root, FileClaim claim, ResultsFiles known) {
    this.root = root;
    this.claim = claim;
    this.known = known;
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
        IdentityReport.FILE,
        claim -> {
          ResultsFiles known = ResultsFiles.known();
          for (Path entry : ResultsFiles.entries(root)) {
            requireOurs(known, root, entry);
          }
          return new ResultsDirectory(root, claim, known);
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
        TranscriptReport.FILE,
        claim -> {
          ResultsFiles known = ResultsFiles.known();
          List<Path> old = ResultsFiles.entries(directory);
          for (Path file : old) {
            known.requireKnown(Scope.SCENARIO, directory, file);
          }
          old.removeIf(
              file -> file.endsWith(ResultsClaim.LOCK) || file.endsWith(TranscriptReport.FILE));
          PortalLogs.requireClosed(directory);
          // The transcript marks the directory as ours, so it is never absent, even after a kill.
          WholeFile.write(
              directory.resolve(TranscriptReport.FILE),
              UNFINISHED.getBytes(StandardCharsets.UTF_8));
          for (Path file : old) {
            deleteTree(file);
          }
          return new ResultsDirectory(directory, claim, known);
        });
  }

  /** Every file that a run writes below its results directory, apart from stores. */
  public static List<ReportFile> files() {
    return ResultsFiles.known().all();
  }

  /** The directory itself. */
  public Path path() {
    return root;
  }

  /** Releases the claim, so that other runs can use the directory. */
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
   * Removes everything that earlier runs left, so that nothing of theirs can be taken for a result
   * of this run, even if this run is stopped. Nothing is removed if a store is open.
   *
   * @throws FilesException.FileLocked if somebody has one of the stores open
   */
  public void clear() {
    try {
      List<MachinesPlace> stores = places();
      List<Path> old = ResultsFiles.entries(root);
      Path mark = root.resolve(IdentityReport.FILE);
      old.removeAll(List.of(mark, root.resolve(ResultsClaim.LOCK), root.resolve(STORES)));
      for (Path entry : old) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          PortalLogs.requireClosed(entry);
        }
      }
      for (MachinesPlace place : stores) {
        place.requireClosed();
      }
      for (Path entry : old) {
        requireOurs(known, root, entry);
        deleteTree(entry);
      }
      for (MachinesPlace place : stores) {
        requireNoLink(place.path());
        place.remove();
        Files.delete(place.path());
      }
      deleteEmpty(root.resolve(STORES));
      // The mark goes last: what remains of a clearing that fails is still known as ours.
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw ResultsException.io(root, e);
    }
  }

  private static void deleteEmpty(Path stores) throws IOException {
    if (Files.isDirectory(stores, LinkOption.NOFOLLOW_LINKS)) {
      for (Path kind : ResultsFiles.entries(stores)) {
        Files.delete(kind);
      }
      Files.delete(stores);
    }
  }

  /** The places of all scenarios in all kinds of stores. */
  private List<MachinesPlace> places() throws IOException {
    List<MachinesPlace> places = new ArrayList<>();
    Path stores = root.resolve(STORES);
    if (Files.isDirectory(stores, LinkOption.NOFOLLOW_LINKS)) {
      for (Path kind : ResultsFiles.entries(stores)) {
        for (Path place : ResultsFiles.entries(kind)) {
          places.add(new MachinesPlace(root, place, kind.getFileName().toString()));
        }
      }
    }
    return places;
  }

  /**
   * Empties the places of a case's results and of its machines' data, and returns them.
   *
   * @param label the case's name in the reports
   * @param name the case's name
   * @param machines the names of the directories that the scenario makes
   */
  public ScenarioPlace place(String label, String name, RunStore store, List<String> machines) {
    MachinesPlace place =
        new MachinesPlace(
            root,
            root.resolve(STORES).resolve(store.name()).resolve(CaseDirectory.of(name, known)),
            store.name());
    try {
      if (store.machines().keepsFiles()) {
        requireNoLink(place.path());
        place.replace(machines);
      }
    } catch (IOException e) {
      throw ResultsException.io(place.path(), e);
    }
    return new ScenarioPlace(label, store, scenario(CaseDirectory.of(label, known)), place.path());
  }

  /** Refuses a link on the way to the place: it may have been put there since the first check. */
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
        requireOurs(known, root, directory);
        deleteTree(directory);
      }
      return Files.createDirectory(directory);
    } catch (IOException e) {
      throw ResultsException.io(directory, e);
    }
  }

  /**
   * Writes a whole file or none, and makes its directory if that is absent.
   *
   * @throws ResultsException {@code results.io} if that fails
   */
  public static void write(Path file, Bytes content) {
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, content.toArray());
    } catch (IOException e) {
      throw ResultsException.io(file, e);
    }
  }

  private static void requireOurs(ResultsFiles known, Path root, Path entry) throws IOException {
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) || known.isRunDirectory(entry)) {
      known.requireKnown(Scope.RUN, root, entry);
      return;
    }
    boolean stores = entry.getFileName().toString().equals(STORES);
    for (Path file : ResultsFiles.entries(entry)) {
      if (stores) {
        requireStores(root, file);
      } else {
        known.requireKnown(Scope.SCENARIO, root, file);
      }
    }
  }

  /** Checks the places of all scenarios in one kind of store. */
  private static void requireStores(Path root, Path kind) throws IOException {
    if (!Files.isDirectory(kind, LinkOption.NOFOLLOW_LINKS)) {
      throw ResultsException.foreign(root, root.relativize(kind));
    }
    for (Path place : ResultsFiles.entries(kind)) {
      new MachinesPlace(root, place, kind.getFileName().toString()).requireOurs();
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
