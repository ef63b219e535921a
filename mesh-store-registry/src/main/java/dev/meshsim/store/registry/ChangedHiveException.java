package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A hive that somebody else changed while the store was open. */
final class ChangedHiveException extends RegistryException {

  private static final long serialVersionUID = 1L;

  ChangedHiveException(Path hive) {
    super(
        "registry.changed",
        Place.of(hive),
        "was changed by somebody else while this store was open",
        "close the store and open it again; nothing was overwritten",
        null);
  }
}
