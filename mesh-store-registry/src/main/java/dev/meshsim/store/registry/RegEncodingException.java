package dev.meshsim.store.registry;

/** A .reg file in an encoding that cannot be read without guessing. */
final class RegEncodingException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegEncodingException(Place place, String problem) {
    super(
        "registry.encoding",
        place,
        problem,
        "save it as UTF-16LE with a byte order mark, as regedit does, or as UTF-8",
        null);
  }
}
