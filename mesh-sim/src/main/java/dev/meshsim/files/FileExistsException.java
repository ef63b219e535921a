package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A new file was wanted, but the name is taken. */
public final class FileExistsException extends FilesException {

  private static final long serialVersionUID = 1L;

  FileExistsException(Path file, @Nullable Throwable cause) {
    super(
        "files.exists",
        file,
        "it exists already, and a new file was to be made",
        "move it away, or open it instead",
        cause);
  }
}
