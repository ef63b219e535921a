package dev.meshsim.store.registry;

/** A registry value whose content cannot be what it should be. */
final class BadValueException extends RegistryException {

  private static final long serialVersionUID = 1L;

  BadValueException(Place place, String problem, String hint) {
    super("registry.value", place, problem, hint, null);
  }
}
