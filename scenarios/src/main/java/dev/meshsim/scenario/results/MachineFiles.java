package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a machine's store. */
public final class MachineFiles {

  private MachineFiles() {}

  /**
   * The content of the regular files in a directory and below it, sorted by their names; none if
   * there is no directory.
   *
   * @throws ResultsException {@code results.io} if one cannot be read
   */
  public static Map<Path, Bytes> in(Path directory) {
    Map<Path, Bytes> files = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(file, Bytes.of(Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        throw ResultsException.io(directory, e);
      }
    }
    return files;
  }
}
