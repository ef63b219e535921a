package dev.meshsim.cli.store;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.MachineArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The file of a machine's archive: written whole or not at all, readable only by its owner. */
final class ArchiveFile {

  private static final String HINT = "name the file that export wrote";

  private ArchiveFile() {}

  /**
   * Reads a regular file; a pipe or a device is refused, since it may have no end.
   *
   * @throws InputException if it cannot be read or is larger than any archive
   */
  static SecretBytes read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InputException(file + " is not a file", HINT);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > MachineArchive.OCTETS) {
        throw new InputException(file + " is larger than any archive", HINT);
      }
      return SecretBytes.moveFrom(in.readNBytes(MachineArchive.OCTETS));
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + IoReason.of(e), HINT);
    }
  }

  /**
   * Writes a new file: first under another name beside it, then renamed when all is on the disk.
   *
   * @throws InputException if the file exists already
   */
  static void write(SecretBytes archive, Path to, DurableFiles files) {
    Path file = to.toAbsolutePath().normalize();
    if (!files.status(file).isAbsent()) {
      throw new InputException(to + " is there already", "name a file that is not there yet");
    }
    Path fresh = file.resolveSibling(file.getFileName() + DurableFiles.UNFINISHED);
    byte[] octets = archive.expose();
    DurableFile open = files.create(fresh);
    boolean whole = false;
    try {
      try (open) {
        open.write(ByteBuffer.wrap(octets), 0);
        open.force();
      }
      files.move(fresh, file);
      whole = true;
    } finally {
      Arrays.fill(octets, (byte) 0);
      if (!whole) {
        files.delete(fresh);
      }
    }
    files.forceDirectory(DurableFiles.directoryOf(file));
  }
}
