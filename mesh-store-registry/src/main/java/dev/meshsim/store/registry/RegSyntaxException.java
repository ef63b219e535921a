package dev.meshsim.store.registry;

/** A line of a .reg file that regedit would not understand either. */
final class RegSyntaxException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegSyntaxException(Place place, String problem) {
    super(
        "registry.syntax",
        place,
        problem,
        "correct the line, or restore the file from a copy; nothing was changed",
        null);
  }
}
