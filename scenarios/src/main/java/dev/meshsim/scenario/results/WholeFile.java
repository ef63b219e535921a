package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are there whole or not at all, also on a full disk and after a kill: first
 * under another name beside the file, then renamed. The disk is not forced, since results can be
 * made again.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws IOException if that fails; then the file is as it was
   */
  public static void write(Path file, byte[] octets) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + DurableFiles.UNFINISHED);
    boolean written = false;
    try {
      try {
        create(fresh, octets);
      } catch (FileAlreadyExistsException e) {
        Files.delete(fresh);
        create(fresh, octets);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(fresh);
      }
    }
  }

  private static void create(Path file, byte[] octets) throws IOException {
    Files.write(file, octets, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
