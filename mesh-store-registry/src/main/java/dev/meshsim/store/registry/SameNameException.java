package dev.meshsim.store.registry;

import java.nio.file.Path;

/** Two names that the registry cannot tell apart. */
final class SameNameException extends RegistryException {

  private static final long serialVersionUID = 1L;

  SameNameException(Path hive, String present, String wanted) {
    super(
        "registry.same-name",
        Place.of(hive),
        "\"" + wanted + "\" and \"" + present + "\", which is there, differ in case alone",
        "use the spelling that is there, or remove it first; nothing was changed",
        null);
  }
}
