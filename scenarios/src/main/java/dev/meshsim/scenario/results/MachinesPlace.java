package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the machines of one scenario keep their data in one kind of store. A marker is written
 * before anything else and deleted after everything else, so that a run that was killed has left
 * one too. It vouches for the directories that it names, and in them for what stores of test data
 * are made of: all else is foreign, and so is everything where no marker is.
 *
 * @param out the directory for the results of all scenarios
 * @param path the place itself
 * @param kind the kind of store
 */
record MachinesPlace(Path out, Path path, String kind) {

  /** The first line says what it is, each other line is the name of a directory. */
  static final String MARKER = "made-by-run.txt";

  private static final String FIRST_LINE =
      "A run of mesh-sim made this directory, and the next run replaces it.";

  /** What a machine's directory has in it, or a portal's, by the kind of store. */
  private static final Map<String, Pattern> TEST_DATA =
      Map.of(
          "file",
          Pattern.compile(
              "test(/(lock|(profiles|commit)\\.json(\\.[a-z]+)?"
                  + "|(keys|profiles|requests)(/(id_[a-z0-9]+-)?[A-Z2-7-]+(\\.[a-z]+)*)?))?"),
          "registry",
          Pattern.compile(
              "CryptoMesh\\.(reg|lock)(\\.unfinished)?"
                  + "|AppData(/(Local|Roaming)(/CryptoMesh(/(AccountPassword\\.txt"
                  + "|PrivateKeys\\.[0-9]+\\.p12|[A-Za-z]+-[A-Z2-7-]+\\.[0-9]+\\.xml)"
                  + "(\\.unfinished)?)?)?)?"),
          "h2",
          Pattern.compile("(machine-test|portal)(\\.[A-Za-z0-9-]+)+"));

  /** Any name: what a store that is added here makes is not known. */
  private static final Pattern ANY = Pattern.compile("(?s).*");

  /**
   * Looks at everything that is there, and changes nothing.
   *
   * @throws ResultsException {@code results.foreign} if something is not a run's
   */
  void requireOurs() throws IOException {
    List<String> made = made();
    for (Path entry : below()) {
      if (!isOurs(entry, made)) {
        throw ResultsException.foreign(out, out.relativize(entry));
      }
    }
  }

  /**
   * Looks whether anybody has one of the stores open.
   *
   * @throws dev.meshsim.files.FilesException.FileLocked if somebody has
   */
  void requireClosed() throws IOException {
    requireClosed(below());
  }

  /** The same of any files: a store that is open holds a claim. */
  static void requireClosed(List<Path> files) {
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.equals("lock") || name.endsWith(".lock")) {
        DurableFiles.real().claim(file).close();
      }
    }
  }

  /** Makes the place anew, empty but for its marker. */
  void replace(List<String> directories) throws IOException {
    requireOurs();
    requireClosed();
    List<Path> old = new ArrayList<>(below());
    Path marker = path.resolve(MARKER);
    if (old.remove(marker)) {
      old.add(0, marker);
    }
    for (int n = old.size() - 1; n >= 0; n--) {
      Files.deleteIfExists(old.get(n));
    }
    Files.createDirectories(path);
    Path fresh = path.resolve(MARKER + DurableFiles.UNFINISHED);
    Files.writeString(fresh, FIRST_LINE + "\n" + String.join("\n", directories) + "\n");
    Files.move(fresh, marker, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Everything below the place, a directory before what is in it; links are not followed. */
  private List<Path> below() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? List.of(path) : List.of();
    }
    try (Stream<Path> found = Files.walk(path)) {
      return found.filter(entry -> !entry.equals(path)).sorted(Comparator.naturalOrder()).toList();
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

  private boolean isOurs(Path entry, List<String> made) {
    boolean directory = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    if (entry.equals(path)
        || !(directory || Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))) {
      return false;
    }
    Path inPlace = path.relativize(entry);
    String first = inPlace.getName(0).toString();
    if (inPlace.getNameCount() == 1) {
      return directory ? made.contains(first) : first.matches(MARKER + "(\\.unfinished)?");
    }
    StringBuilder name = new StringBuilder();
    inPlace.subpath(1, inPlace.getNameCount()).forEach(part -> name.append('/').append(part));
    return made.contains(first)
        && TEST_DATA.getOrDefault(kind, ANY).matcher(name.substring(1)).matches();
  }
}
