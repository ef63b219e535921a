package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, with its old content or its new one, and nothing else is left. */
class WholeFileTest {

  @TempDir private Path directory;

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsMadeAndReplacedAlsoAfterAnUnfinishedWrite() throws IOException {
    Path file = directory.resolve("a.txt");
    WholeFile.write(file, octets("one"));
    Files.writeString(directory.resolve("a.txt.unfinished"), "tw");
    WholeFile.write(file, octets("two"));
    assertEquals(Map.of("a.txt", "two"), Trees.of(directory));
  }

  @Test
  void aFailureLeavesTheOldFileAndNoOther() throws IOException {
    // Moving a file over a directory that is not empty fails after the new file was written.
    Files.createDirectories(directory.resolve("a.txt/inner"));
    Files.writeString(directory.resolve("a.txt/inner/old"), "old");
    assertThrows(
        IOException.class, () -> WholeFile.write(directory.resolve("a.txt"), octets("new")));
    assertEquals(Map.of("a.txt/inner/old", "old"), Trees.of(directory));
  }

  /** The small file system is mounted by whoever runs this test, for example a tmpfs of 64k. */
  @Test
  void aFullDiskLeavesTheOldFile() throws IOException {
    String full = System.getProperty("meshsim.full");
    assumeTrue(full != null, "skipped: meshsim.full names no small file system");
    Path file = Path.of(full).resolve("a.txt");
    WholeFile.write(file, octets("old"));
    assertThrows(IOException.class, () -> WholeFile.write(file, new byte[1 << 24]));
    assertEquals(Map.of("a.txt", "old"), Trees.of(Path.of(full)));
  }
}
