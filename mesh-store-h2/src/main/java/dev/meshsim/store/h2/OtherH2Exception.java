package dev.meshsim.store.h2;

/** A database file that another major version of H2 wrote. */
public final class OtherH2Exception extends DatabaseException {

  private static final long serialVersionUID = 1L;

  OtherH2Exception(String place, int format, String writtenBy) {
    super(
        "database.other-h2",
        place,
        "has the file format "
            + format
            + ", written by "
            + writtenBy
            + "; format "
            + H2Header.FORMAT
            + " of H2 2.2 and later is read",
        "export it with a mesh-sim that has that H2 and import it here; the file was not touched",
        null);
  }
}
