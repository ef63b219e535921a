package dev.meshsim.store.registry;

/** A key whose default value is not set, although it has other values. */
final class MissingDefaultException extends RegistryException {

  private static final long serialVersionUID = 1L;

  MissingDefaultException(Place place, String key, String meaning) {
    super(
        "registry.missing-default",
        place,
        "the key " + key + " has values, but its default value (" + meaning + ") is not set",
        "add a line @=\"...\" below the key, or @=\"\" if there is none",
        null);
  }
}
