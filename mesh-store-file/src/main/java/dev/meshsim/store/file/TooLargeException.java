package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A change would make a file larger than what is read. */
final class TooLargeException extends MeshException {

  private static final long serialVersionUID = 1L;

  TooLargeException(Path file, int octets, int limit) {
    super(
        "store.file.too-large",
        file + ": would have " + octets + " octets; at most " + limit + " are read",
        "put less, or remove what is not needed first; nothing was changed");
  }
}
