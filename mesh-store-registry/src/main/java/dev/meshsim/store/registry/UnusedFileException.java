package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A file in a directory of the store that the hive does not name; only reported. */
final class UnusedFileException extends RegistryException {

  static final String CODE = "registry.unused-file";

  private static final long serialVersionUID = 1L;

  UnusedFileException(Path file) {
    super(
        CODE,
        Place.of(file),
        "is not named in the registry",
        "find out who put it there, then move it away; it is neither read nor changed",
        null);
  }
}
