package dev.meshsim.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Translates an {@link IOException} into the failure that it means. */
final class DiskErrors {

  private DiskErrors() {}

  static FilesException of(Path file, String operation, IOException e) {
    if (e instanceof NoSuchFileException) {
      return FilesException.missing(file, e);
    }
    if (e instanceof FileAlreadyExistsException) {
      return FilesException.exists(file, e);
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return FilesException.denied(file, e);
    }
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return FilesException.diskFull(file, e);
    }
    if (said.contains("too many levels of symbolic links")) {
      return new FilesException.NotAFile(file, FileStatus.Kind.SYMLINK, FileStatus.Kind.FILE);
    }
    FilesException.NotAFile obstacle = said.endsWith("not a directory") ? inTheWay(file) : null;
    return obstacle == null ? FilesException.io(file, operation, e) : obstacle;
  }

  /**
   * The failure if something other than a directory is above a name, or null. Newer JDKs report
   * such a name as absent, as if only its last element were missing.
   */
  static FilesException.@Nullable NotAFile inTheWay(Path path) {
    Path above = DurableFiles.directoryOf(path);
    if (Files.isDirectory(above)) {
      return null;
    }
    while (!Files.exists(above) && !above.equals(DurableFiles.directoryOf(above))) {
      above = DurableFiles.directoryOf(above);
    }
    if (!Files.exists(above) || Files.isDirectory(above)) {
      return null;
    }
    FileStatus found = DurableFiles.real().status(above);
    return new FilesException.NotAFile(above, found.kind(), FileStatus.Kind.DIRECTORY);
  }
}
