package dev.meshsim.log.jlog;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The file of a portal's private keys, beside its portal log; mode 0600. */
final class KeysFile {

  /** Added to the name of the portal log for the name of this file. */
  static final String SUFFIX = ".keys";

  private static final int MOST_OCTETS = 1024 * 1024;

  private final DurableFiles files;
  private final Path path;

  KeysFile(DurableFiles files, Path portalLog) {
    this.files = files;
    this.path = portalLog.resolveSibling(portalLog.getFileName() + SUFFIX);
  }

  /**
   * The keys, or empty if there is no file.
   *
   * @throws dev.meshsim.files.FilesException if others may read the file, or the disk fails
   */
  synchronized Optional<SecretBytes> read() {
    FileStatus status = files.status(path);
    if (status.isAbsent()) {
      return Optional.empty();
    }
    status.require(FileStatus.Kind.FILE, path).requirePrivate(path);
    return Optional.of(SecretBytes.moveFrom(files.read(path, MOST_OCTETS)));
  }

  /** Replaces the keys if they are the expected ones. */
  synchronized boolean put(Optional<SecretBytes> expected, SecretBytes next) {
    if (!read().equals(expected)) {
      return false;
    }
    byte[] octets = next.expose();
    try {
      files.replace(path, octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
    return true;
  }
}
