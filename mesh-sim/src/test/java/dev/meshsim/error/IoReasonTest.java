package dev.meshsim.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

  @TempDir Path directory;

  @Test
  void whatTheSystemSaysIsSaidInWords() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertEquals(
        "there is no such file or directory", reason(() -> Files.size(directory.resolve("a"))));
    assertEquals(
        "something of that name is there already", reason(() -> Files.createDirectory(file)));
    assertEquals("it is not a directory", reason(() -> Files.list(file).close()));
    assertEquals("the directory is not empty", reason(() -> Files.delete(directory)));
    assertEquals("Is a directory", reason(() -> Files.readString(directory)));
    assertEquals("Not a directory", reason(() -> Files.createFile(file.resolve("below"))));
    assertEquals("permission denied", IoReason.of(new AccessDeniedException("x")));
    assertEquals(
        "No space left on device", IoReason.of(new IOException("No space left on device")));
    assertTrue(IoReason.of(new FileSystemException("x")).contains("(FileSystemException)"));
  }

  private interface Work {
    void run() throws IOException;
  }

  private static String reason(Work work) {
    return IoReason.of(assertThrows(IOException.class, work::run));
  }
}
