package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** The directory was written by a version of this store that is not known here. */
final class StoreVersionException extends MeshException {

  private static final long serialVersionUID = 1L;

  StoreVersionException(Path file, int version) {
    super(
        "store.file.version",
        file + ": has version " + version + "; this program reads version " + Index.VERSION,
        "use the program that wrote it; nothing was changed");
  }
}
