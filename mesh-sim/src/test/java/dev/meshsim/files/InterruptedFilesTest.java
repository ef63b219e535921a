package dev.meshsim.files;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java closes a channel under an interrupted thread; a store must outlive that. */
class InterruptedFilesTest {

  private final DurableFiles files = DurableFiles.real();

  @TempDir Path directory;

  @AfterEach
  void endTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void anInterruptedThreadForcesADirectory() {
    Thread.currentThread().interrupt();
    files.forceDirectory(directory);
    assertTrue(Thread.currentThread().isInterrupted());
  }

  @Test
  void anInterruptedThreadClaims() {
    Path claimed = directory.resolve("claimed");
    Thread.currentThread().interrupt();
    try (FileClaim claim = files.claim(claimed)) {
      assertThrows(FilesException.FileLocked.class, () -> files.claim(claimed));
      assertThrows(FilesException.FileLocked.class, () -> files.requireNotHeld(claimed));
    }
    files.requireNotHeld(claimed);
    assertTrue(Thread.currentThread().isInterrupted());
  }
}
