package dev.meshsim.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking whether a name is claimed leaves everything as it is. */
class NotHeldTest {

  private static final DurableFiles FILES = DurableFiles.real();

  @TempDir private Path directory;

  @Test
  void aClaimedNameIsRefusedAndTheClaimGoesOn() {
    Path file = directory.resolve("lock");
    try (FileClaim claim = FILES.claim(file)) {
      assertThrows(FilesException.FileLocked.class, () -> FILES.requireNotHeld(file));
      assertThrows(FilesException.FileLocked.class, () -> FILES.claim(file));
    }
    FILES.requireNotHeld(file);
    FILES.claim(file).close();
  }

  @Test
  void aFileThatAClaimLeftStays() throws IOException {
    Path file = Files.writeString(directory.resolve("lock"), "process 99999999\n");
    Map<Path, String> before = TreeSnapshot.of(directory);
    FILES.requireNotHeld(file);
    assertEquals(before, TreeSnapshot.of(directory));
  }

  @Test
  void anAbsentNameIsNotMade() {
    Map<Path, String> before = TreeSnapshot.of(directory);
    FILES.requireNotHeld(directory.resolve("lock"));
    FILES.requireNotHeld(directory.resolve("absent/lock"));
    assertEquals(before, TreeSnapshot.of(directory));
  }

  @Test
  void aFileThatNoClaimWroteIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("lock"), "thesis");
    assertThrows(FilesException.ForeignFile.class, () -> FILES.requireNotHeld(file));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    assertThrows(FilesException.NotAFile.class, () -> FILES.requireNotHeld(link));
  }
}
