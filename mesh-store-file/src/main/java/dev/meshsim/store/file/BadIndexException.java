package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** {@code profiles.json} or {@code commit.json} is not what this store writes. */
final class BadIndexException extends MeshException {

  private static final long serialVersionUID = 1L;

  BadIndexException(Path file, String problem) {
    super(
        "store.file.index",
        file + ": " + problem,
        "put back a copy of the whole directory; nothing was changed");
  }
}
