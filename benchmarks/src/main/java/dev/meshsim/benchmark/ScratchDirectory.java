package dev.meshsim.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for the files of one benchmark, in the system's temporary directory. */
public final class ScratchDirectory implements AutoCloseable {

  private final Path path;

  /** Makes it. */
  public ScratchDirectory() throws IOException {
    path = Files.createTempDirectory("mesh-benchmark");
  }

  /** Its path. */
  public Path path() {
    return path;
  }

  /** Removes the directory and its content. */
  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
