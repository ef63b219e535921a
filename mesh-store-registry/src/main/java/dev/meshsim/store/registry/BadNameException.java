package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A name that the registry cannot hold. */
final class BadNameException extends RegistryException {

  private static final long serialVersionUID = 1L;

  BadNameException(Path hive, String problem) {
    super(
        "registry.name",
        Place.of(hive),
        problem,
        "use a portal account name such as alice@example.com; nothing was changed",
        null);
  }
}
