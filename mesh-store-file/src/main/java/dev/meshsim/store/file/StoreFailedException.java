package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A store that could not write: it refuses to go on until it is opened again. */
final class StoreFailedException extends MeshException {

  private static final long serialVersionUID = 1L;

  StoreFailedException(Path root, Throwable cause) {
    super(
        "store.file.failed",
        root + ": an earlier change failed, and nothing more is done: " + reason(cause),
        "see to the disk, then open the store again; what was acknowledged is intact",
        cause);
  }

  private static String reason(Throwable cause) {
    return cause instanceof MeshException e ? e.problem() : cause.toString();
  }
}
