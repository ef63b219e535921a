package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A hive that is older than the files beside it. */
final class StaleHiveException extends RegistryException {

  private static final long serialVersionUID = 1L;

  StaleHiveException(Path hive, long generation, Path newer) {
    super(
        "registry.stale-hive",
        Place.of(hive),
        "is of generation " + generation + ", older than " + newer,
        "restore the hive that belongs to these files; nothing was changed",
        null);
  }
}
