package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or directory that is not there. */
public final class FileMissingException extends FilesException {

  private static final long serialVersionUID = 1L;

  FileMissingException(Path file, @Nullable Throwable cause) {
    super(
        "files.missing",
        file,
        "there is no such file or directory",
        "check the path; nothing was created",
        cause);
  }
}
