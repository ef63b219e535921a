package dev.meshsim.store.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database that stores are opened in by name, one schema for each. */
final class PostgresqlServer {

  /** The environment variable with the JDBC address, user and password included. */
  static final String VARIABLE = "MESH_SIM_POSTGRES";

  private PostgresqlServer() {}

  static boolean named() {
    return System.getenv(VARIABLE) != null;
  }

  /**
   * The address.
   *
   * @throws NoServerException if none is given
   */
  static String url() {
    String url = System.getenv(VARIABLE);
    if (url == null || url.isBlank()) {
      throw new NoServerException();
    }
    return url;
  }

  /** The schema that stands for a directory: a directory is one store's own, and so is a schema. */
  static String schemaOf(String kind, Path root) {
    long hash = KeyHash.of(root.toAbsolutePath().normalize().toString());
    return "mesh_" + kind + "_" + HexFormat.of().toHexDigits(hash);
  }

  /** A database, with tables in {@code schema} or in the connection's own. */
  static Database database(String url, @Nullable String schema) {
    int parameters = url.indexOf('?');
    String place = parameters < 0 ? url : url.substring(0, parameters);
    return new Database(
        schema == null ? place : place + " schema " + schema, url, new Properties(), schema, true);
  }

  static DatabaseFailedException failedToOpen(Database database, SQLException e) {
    return new DatabaseFailedException(database.place(), "open it", e);
  }
}
