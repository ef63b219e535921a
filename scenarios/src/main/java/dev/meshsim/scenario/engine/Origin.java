package dev.meshsim.scenario.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * A selected file or directory, by the name that it has in every run and on every machine.
 *
 * @param kind {@value #FILE} or {@value #RESOURCE}
 * @param name the path with slashes: below the root of the class path; or below the working
 *     directory, or absolute if it is not there
 * @param path where it is, relative to the working directory if it is below that
 */
record Origin(String kind, String name, Path path) {

  /** The type of the segment of a file in a unique id. */
  static final String FILE = "file";

  /** The type of the segment of a class path resource in a unique id. */
  static final String RESOURCE = "resource";

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml");

  static Origin file(Path path) {
    Path near = near(path);
    return new Origin(FILE, slashed(near), near);
  }

  static Origin resource(String name, URI location) {
    return new Origin(RESOURCE, name, near(Path.of(location)));
  }

  /** A file below this directory. */
  Origin below(Path file) {
    Path near = near(file);
    return new Origin(kind, joined(name, slashed(path.relativize(near))), near);
  }

  /** The name in front of the names of the cases that are read from here. */
  String prefix(boolean directory) {
    int slash = name.lastIndexOf('/');
    return directory ? name : slash < 0 ? "" : slash == 0 ? "/" : name.substring(0, slash);
  }

  /** True if the name is that of a scenario file. */
  boolean isScenario() {
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  UniqueId id(UniqueId engine) {
    return engine.append(kind, name);
  }

  TestSource source() {
    return kind.equals(FILE) ? FileSource.from(path.toFile()) : ClasspathResourceSource.from(name);
  }

  TestSource source(int line) {
    return kind.equals(FILE)
        ? FileSource.from(path.toFile(), FilePosition.from(line))
        : ClasspathResourceSource.from(name, FilePosition.from(line));
  }

  /** The names of a directory and of what is in it, joined by a slash. */
  static String joined(String directory, String name) {
    return directory.isEmpty() || directory.endsWith("/")
        ? directory + name
        : directory + "/" + name;
  }

  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }

  private static String slashed(Path path) {
    String names =
        StreamSupport.stream(path.spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
    Path root = path.getRoot();
    return root == null ? names : root.toString().replace('\\', '/') + names;
  }
}
