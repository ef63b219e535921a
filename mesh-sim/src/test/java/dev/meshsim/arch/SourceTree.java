package dev.meshsim.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java source files of a module, for rules on text and for counting what a scan must find. */
public final class SourceTree {

  private static final String PACKAGE_INFO = "package-info.java";

  private final Path root;

  private SourceTree(Path root) {
    this.root = root;
  }

  /** The main sources of the module in {@code directory}. */
  public static SourceTree ofModule(Path directory) {
    return new SourceTree(directory.resolve(Path.of("src", "main", "java")));
  }

  /** The test sources of the module in {@code directory}. */
  public static SourceTree ofTests(Path directory) {
    return new SourceTree(directory.resolve(Path.of("src", "test", "java")));
  }

  /** The directories of a project that are modules, sorted. */
  public static List<Path> modules(Path project) {
    try (Stream<Path> directories = Files.list(project)) {
      return directories
          .filter(directory -> Files.isRegularFile(directory.resolve("pom.xml")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files but {@code package-info.java}, sorted; none if the directory does not exist. */
  public List<Path> files() {
    return walk(root);
  }

  /** The files of a package and of those below it, without {@code package-info.java}. */
  public List<Path> below(String packageName) {
    return walk(root.resolve(packageName.replace('.', '/')));
  }

  /** The directory of a file's package, relative to the sources' root. */
  public Path packageOf(Path file) {
    return root.relativize(file.getParent());
  }

  private static List<Path> walk(Path from) {
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(from)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.endsWith(PACKAGE_INFO))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
