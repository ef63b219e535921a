package dev.meshsim.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that could not be forced to the disk: what is there is not known. */
public final class FileLostException extends FilesException {

  private static final long serialVersionUID = 1L;

  FileLostException(Path file, @Nullable Throwable cause) {
    super(
        "files.lost",
        file,
        "an earlier write did not reach the disk, so its content is not known",
        "close it, see to the disk, and open it again; it is checked then",
        cause);
  }
}
