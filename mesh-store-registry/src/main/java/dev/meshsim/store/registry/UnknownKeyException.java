package dev.meshsim.store.registry;

import java.util.stream.Collectors;

/** A key of an import that would be kept, but never read. */
final class UnknownKeyException extends RegistryException {

  private static final long serialVersionUID = 1L;

  UnknownKeyException(Place place, String path, String rootKey) {
    super(
        "registry.unknown-key",
        place,
        "the key [" + Shown.line(path) + "] is none that this store reads",
        "correct or remove it; an import has values in these keys, directly below ["
            + rootKey
            + "]: "
            + Subkeys.KINDS.stream().map(Subkeys::of).collect(Collectors.joining(", "))
            + "; nothing was changed",
        null);
  }
}
