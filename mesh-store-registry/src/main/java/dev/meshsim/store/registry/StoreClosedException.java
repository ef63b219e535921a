package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A store that has been closed. */
final class StoreClosedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  StoreClosedException(Path hive) {
    super(
        "registry.closed",
        Place.of(hive),
        "this store has been closed",
        "open the store again",
        null);
  }
}
