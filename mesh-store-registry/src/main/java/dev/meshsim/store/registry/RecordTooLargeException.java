package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A record whose file would be larger than any that is read. */
final class RecordTooLargeException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RecordTooLargeException(Path file, int octets) {
    super(
        "registry.too-large",
        Place.of(file),
        "would have " + octets + " octets; at most " + HiveFile.MOST_OCTETS + " can be read back",
        "store a smaller profile; nothing was changed",
        null);
  }
}
