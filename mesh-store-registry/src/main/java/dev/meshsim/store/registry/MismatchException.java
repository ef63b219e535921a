package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A file that holds another record than the registry says. */
final class MismatchException extends RegistryException {

  private static final long serialVersionUID = 1L;

  MismatchException(Path file, String expected, String found) {
    super(
        "registry.mismatch",
        Place.of(file),
        "holds " + found + ", and the registry says it holds " + expected,
        "restore the file, or correct its location in the registry; nothing was changed",
        null);
  }
}
