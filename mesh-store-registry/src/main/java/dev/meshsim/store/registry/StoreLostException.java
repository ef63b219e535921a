package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A store whose last commit failed. */
final class StoreLostException extends RegistryException {

  private static final long serialVersionUID = 1L;

  StoreLostException(Path hive) {
    super(
        "registry.lost",
        Place.of(hive),
        "an earlier change failed, so what is on the disk is not known",
        "close the store, see to the disk, and open it again",
        null);
  }
}
