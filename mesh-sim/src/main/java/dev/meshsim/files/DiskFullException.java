package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no room for what was to be written. */
public final class DiskFullException extends FilesException {

  private static final long serialVersionUID = 1L;

  DiskFullException(Path file, @Nullable Throwable cause) {
    super(
        "files.disk-full",
        file,
        "there is no space left for what was to be written",
        "free some space; what was acknowledged before is intact",
        cause);
  }
}
