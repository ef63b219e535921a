package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The operating system reports a failure that has no class of its own. */
public final class DiskException extends FilesException {

  private static final long serialVersionUID = 1L;

  DiskException(Path file, String operation, @Nullable Throwable cause) {
    super(
        "files.io",
        file,
        "could not " + operation + (cause == null ? "" : ": " + reason(cause)),
        "see to the disk; what was acknowledged before is intact",
        cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replace('\n', ' ');
  }
}
