package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A key file does not hold the key that it is named after. */
final class BadKeyFileException extends MeshException {

  private static final long serialVersionUID = 1L;

  BadKeyFileException(Path file, String problem) {
    super(
        "store.file.key",
        file + ": " + problem,
        "put back a copy without a passphrase (ssh-keygen -p removes one); nothing was changed");
  }
}
