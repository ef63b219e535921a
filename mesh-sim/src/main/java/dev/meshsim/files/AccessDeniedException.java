package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The operating system refuses access. */
public final class AccessDeniedException extends FilesException {

  private static final long serialVersionUID = 1L;

  AccessDeniedException(Path file, @Nullable Throwable cause) {
    super(
        "files.denied",
        file,
        "the operating system refuses access",
        "check the owner and the mode of the file and of its directory",
        cause);
  }
}
