package dev.meshsim.store.registry;

/** A .reg file whose lines end as neither Windows nor Unix ends them. */
final class LineEndsException extends RegistryException {

  private static final long serialVersionUID = 1L;

  LineEndsException(Place place) {
    super(
        "registry.line-ends",
        place,
        "ends its lines with carriage returns alone",
        "save it with CR LF at the end of each line, as regedit does; nothing was changed",
        null);
  }
}
