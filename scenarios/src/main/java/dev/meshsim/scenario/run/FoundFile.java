package dev.meshsim.scenario.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file that may be a scenario.
 *
 * @param path as the user named it, or below the directory that was named
 * @param name the path below that directory with {@code /} between the names, or the base name;
 *     without the extension
 */
record FoundFile(Path path, String name) {

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml");

  /** A file that was named itself. */
  static FoundFile named(Path path) {
    Path last = path.getFileName();
    return new FoundFile(path, withoutExtension(last == null ? "" : last.toString()));
  }

  /**
   * Every file with the extension of a scenario in a directory and those below it, sorted by name.
   * Hidden files and directories, and links to directories, are passed over; so are {@code src} and
   * {@code target} of a Maven module, which are its own.
   */
  static List<FoundFile> in(Path directory) throws IOException {
    List<FoundFile> found = new ArrayList<>();
    Files.walkFileTree(
        directory.resolve(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            boolean below = !entered.equals(directory);
            return below && (isHidden(entered) || isOfModule(entered))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String last = file.getFileName().toString();
            if (EXTENSIONS.stream().anyMatch(last::endsWith)
                && !isHidden(file)
                && !Files.isDirectory(file)) {
              found.add(new FoundFile(file, withoutExtension(slashed(directory, file))));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(FoundFile::name).thenComparing(FoundFile::path));
    return found;
  }

  private static boolean isOfModule(Path entered) {
    return List.of("src", "target").contains(entered.getFileName().toString())
        && Files.exists(entered.resolveSibling("pom.xml"));
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String slashed(Path directory, Path file) {
    return StreamSupport.stream(directory.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static String withoutExtension(String name) {
    return EXTENSIONS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(end -> name.substring(0, name.length() - end.length()))
        .orElse(name);
  }
}
