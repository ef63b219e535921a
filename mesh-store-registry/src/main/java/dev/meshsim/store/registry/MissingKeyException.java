package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A hive without one of the keys that every hive has. */
final class MissingKeyException extends RegistryException {

  private static final long serialVersionUID = 1L;

  MissingKeyException(Path hive, String key) {
    super(
        "registry.missing-key",
        Place.of(hive),
        "the key " + key + " is missing",
        "write it again, with @=\"\" below it if there is nothing in it, or restore the hive from"
            + " a copy",
        null);
  }
}
