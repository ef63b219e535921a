package dev.meshsim.store.registry;

import java.nio.file.Path;

/** There are profiles or keys, but not the hive that says what they are. */
final class MissingHiveException extends RegistryException {

  private static final long serialVersionUID = 1L;

  MissingHiveException(Path hive, Path present) {
    super(
        "registry.missing-hive",
        Place.of(hive),
        "is missing, although there is " + present,
        "restore the hive from a copy, or move those files away to begin anew",
        null);
  }
}
