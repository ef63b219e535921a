package dev.meshsim.store.h2;

/** Tables that this mesh-sim does not know. */
public final class SchemaException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  private SchemaException(String place, String problem, String hint) {
    super("database.schema", place, problem, hint, null);
  }

  static SchemaException newer(String place, int version, int known) {
    return new SchemaException(
        place,
        "its tables have version " + version + "; up to " + known + " is known",
        "use the mesh-sim that wrote it, or a later one");
  }

  static SchemaException changed(String place, String script) {
    return new SchemaException(
        place,
        "its tables were made by another " + script + " than this mesh-sim has",
        "use the mesh-sim that wrote it, export the data and import it here");
  }
}
