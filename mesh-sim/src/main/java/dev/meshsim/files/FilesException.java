package dev.meshsim.files;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something is wrong with a file; the problem line begins with its name. */
public abstract class FilesException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  FilesException(String code, Path file, String problem, String hint, @Nullable Throwable cause) {
    super(code, PathText.of(file) + ": " + problem, hint, cause);
    this.file = Objects.requireNonNull(file);
  }

  /** The file. */
  public final Path file() {
    return file;
  }
}
