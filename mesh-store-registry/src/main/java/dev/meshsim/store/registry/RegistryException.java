package dev.meshsim.store.registry;

import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** Something is wrong with the registry or a file beside it; the problem begins with the place. */
abstract class RegistryException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  RegistryException(
      String code, Place place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place + ": " + problem, hint, cause);
    this.place = place;
  }

  /** Where it is. */
  final Place place() {
    return place;
  }
}
