package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** The files are good and are not the ones that the open store read or wrote. */
final class ChangedStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  ChangedStoreException(Path root) {
    super(
        "store.file.changed",
        root + ": was changed by another hand while it was open",
        "close the store and open it again to see what is there now");
  }
}
