package dev.meshsim.store.registry;

/** A .reg file or a hive of a version that this store does not know. */
final class RegVersionException extends RegistryException {

  private static final long serialVersionUID = 1L;

  private RegVersionException(Place place, String problem, String hint) {
    super("registry.version", place, problem, hint, null);
  }

  /** The first line is not that of regedit 5.00. */
  static RegVersionException header(Place place, String found) {
    return new RegVersionException(
        place,
        found.equals("REGEDIT4")
            ? "is of the kind REGEDIT4, whose strings are in a code page it does not name"
            : "does not begin with the line \"" + RegText.HEADER + "\"",
        "export it again in the format \"Windows Registry Editor Version 5.00\", or restore the file"
            + " from a copy");
  }

  /** The store's own format number is another. */
  static RegVersionException format(Place place, String found) {
    return new RegVersionException(
        place,
        "Format is " + found + ", and this version of the store reads dword:00000001 alone",
        "open it with the version that wrote it; nothing was changed");
  }
}
