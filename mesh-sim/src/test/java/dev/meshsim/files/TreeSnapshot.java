package dev.meshsim.files;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every name below a directory with its octets, its date of change, its mode and its owner. */
public final class TreeSnapshot {

  private static final String ATTRIBUTES = "unix:mode,lastModifiedTime,uid,ino,size";

  private TreeSnapshot() {}

  /** A line for each path; equal snapshots mean that nothing was changed, added or removed. */
  public static Map<Path, String> of(Path directory) {
    Map<Path, String> snapshot = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        Map<String, Object> attributes =
            new TreeMap<>(Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
        String octets =
            Files.isRegularFile(path) ? Bytes.of(Files.readAllBytes(path)).hex() : "no file";
        snapshot.put(path, attributes + " " + octets);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return snapshot;
  }
}
