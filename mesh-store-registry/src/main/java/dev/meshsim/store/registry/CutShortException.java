package dev.meshsim.store.registry;

/** A hive that does not end as every complete one does. */
final class CutShortException extends RegistryException {

  private static final long serialVersionUID = 1L;

  CutShortException(Place place, String problem) {
    super(
        "registry.cut-short",
        place,
        problem,
        "restore the file from a copy; nothing was changed",
        null);
  }
}
