package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A file that would be larger than any that is read. */
final class TooLargeException extends RegistryException {

  private static final long serialVersionUID = 1L;

  TooLargeException(Path file, int octets) {
    super(
        "registry.too-large",
        Place.of(file),
        "would have " + octets + " octets; at most " + HiveFile.MOST_OCTETS + " can be read back",
        "keep less in one machine of this store, or use another store; nothing was changed",
        null);
  }
}
