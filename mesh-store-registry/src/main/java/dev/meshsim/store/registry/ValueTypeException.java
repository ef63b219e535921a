package dev.meshsim.store.registry;

/** A registry value of another type than developer-08 section 5.1.2 says. */
final class ValueTypeException extends RegistryException {

  private static final long serialVersionUID = 1L;

  ValueTypeException(RegistryValue value, int expected) {
    super(
        "registry.value-type",
        value.place(),
        value.shownName()
            + " is of the type "
            + ValueType.name(value.type())
            + ", and "
            + ValueType.name(expected)
            + " is expected",
        "write it again with the expected type; nothing was changed",
        null);
  }
}
