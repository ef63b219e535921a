package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.store.StoreProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory in which the machines of one scenario, and its portal, keep their data in one kind
 * of store. A marker file names the directories that runs made in it. It is written before them, so
 * a run that was killed leaves one too. Within these directories the store decides by its names
 * which files are test data; everything else is foreign, as is everything if there is no marker.
 *
 * @param out the directory for the results of all scenarios
 * @param path the place itself
 * @param kind the name of the kind of store
 */
record MachinesPlace(Path out, Path path, String kind) {

  /** Has a first line that explains it, and one line with the name of each directory. */
  static final String MARKER = "made-by-run.txt";

  private static final String UNFINISHED_MARKER = MARKER + DurableFiles.UNFINISHED;

  private static final String FIRST_LINE =
      "A run of mesh-sim made this directory, and the next run replaces it.";

  /** A kind of store that this class path lacks: the marker has to do. */
  private record UnknownStore(String name) implements StoreProvider {
    @Override
    public boolean makes(Path file) {
      return true;
    }
  }

  /**
   * Checks that a run made everything there. Changes nothing.
   *
   * @throws ResultsException {@code results.foreign} if a run did not
   */
  void requireOurs() throws IOException {
    List<String> made = made();
    for (Path entry : entries()) {
      Optional<Path> foreign =
          isOurs(entry, made) ? provider(entry).firstForeign(entry) : Optional.of(entry);
      if (foreign.isPresent()) {
        throw ResultsException.foreign(out, out.relativize(foreign.get()));
      }
    }
  }

  private boolean isOurs(Path entry, List<String> made) {
    String name = entry.getFileName().toString();
    if (isDirectory(entry)) {
      return made.contains(name);
    }
    return !entry.equals(path)
        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
        && (name.equals(MARKER) || name.equals(UNFINISHED_MARKER));
  }

  /**
   * Checks that no store here is open.
   *
   * @throws dev.meshsim.files.FilesException.FileLocked if one is
   */
  void requireClosed() throws IOException {
    for (Path directory : directories()) {
      provider(directory).requireClosed(directory);
    }
  }

  /** Empties the place; the marker goes last, so that what remains of a failure is still ours. */
  void remove() throws IOException {
    requireOurs();
    requireClosed();
    for (Path directory : directories()) {
      provider(directory).discard(directory);
      Files.delete(directory);
    }
    Files.deleteIfExists(path.resolve(UNFINISHED_MARKER));
    Files.deleteIfExists(path.resolve(MARKER));
  }

  /** Makes the place anew, empty but for its marker. */
  void replace(List<String> directories) throws IOException {
    remove();
    Files.createDirectories(path);
    Path fresh = path.resolve(UNFINISHED_MARKER);
    Files.writeString(fresh, FIRST_LINE + "\n" + String.join("\n", directories) + "\n");
    Files.move(fresh, path.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
  }

  private StoreProvider provider(Path directory) {
    return RunStore.find(kind)
        .map(store -> store.provider(directory.getFileName().toString()))
        .orElseGet(() -> new UnknownStore(kind));
  }

  /** The directories in the place. They are listed, since a marker may name any path. */
  private List<Path> directories() throws IOException {
    return isDirectory(path)
        ? entries().stream().filter(MachinesPlace::isDirectory).toList()
        : List.of();
  }

  private static boolean isDirectory(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  /** The content of the place, sorted; the place itself if it is not a directory. */
  private List<Path> entries() throws IOException {
    if (!isDirectory(path)) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? List.of(path) : List.of();
    }
    try (Stream<Path> found = Files.list(path)) {
      return found.sorted().toList();
    }
  }

  /** The directories that the marker names; none if there is no marker. */
  private List<String> made() throws IOException {
    Path marker = path.resolve(MARKER);
    if (!Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<String> lines = List.of();
    if (Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
      lines = Files.readAllLines(marker, StandardCharsets.ISO_8859_1);
    }
    if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
      throw ResultsException.foreign(out, out.relativize(marker));
    }
    return lines.subList(1, lines.size());
  }
}
