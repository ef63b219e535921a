package dev.meshsim.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Tells apart what an {@link IOException} can mean. */
final class DiskErrors {

  private DiskErrors() {}

  static FilesException of(Path file, String operation, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new FileMissingException(file, e);
    }
    if (e instanceof FileAlreadyExistsException) {
      return new FileExistsException(file, e);
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return new AccessDeniedException(file, e);
    }
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return new DiskFullException(file, e);
    }
    if (said.contains("too many levels of symbolic links")) {
      return new NotAFileException(file, FileStatus.Kind.SYMLINK, FileStatus.Kind.FILE);
    }
    if (said.endsWith("not a directory")) {
      // What stands there, or, thrown from here, what stands further up.
      Path above = DurableFiles.directoryOf(file);
      FileStatus found = DurableFiles.real().status(above);
      if (!found.isAbsent() && found.kind() != FileStatus.Kind.DIRECTORY) {
        return new NotAFileException(above, found.kind(), FileStatus.Kind.DIRECTORY);
      }
    }
    return new DiskException(file, operation, e);
  }
}
