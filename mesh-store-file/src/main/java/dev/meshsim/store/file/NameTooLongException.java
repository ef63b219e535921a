package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A fingerprint that is too long to name a file. */
final class NameTooLongException extends MeshException {

  private static final long serialVersionUID = 1L;

  NameTooLongException(Path root, int characters, int limit) {
    super(
        "store.file.name",
        root
            + ": a fingerprint of "
            + characters
            + " characters cannot name a file; at most "
            + limit
            + " can",
        "no fingerprint of a key is that long: find out where it came from; nothing was changed");
  }
}
