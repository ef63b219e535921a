package dev.meshsim.store.h2.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database of the stores that are opened by name, with a schema for each. */
public final class PostgresqlServer {

  /** The environment variable with the JDBC address, user and password included. */
  public static final String VARIABLE = "MESH_SIM_POSTGRES";

  /** The form of an address. */
  static final String FORM = "jdbc:postgresql://host:port/database?user=name&password=word";

  private static final String HOST = "(?:[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?";
  private static final String DATABASE = "[\\p{L}\\p{N}._~$+%-]*";

  /** The accepted part before the question mark: hosts and a database, no user, no setting. */
  private static final Pattern PLACE =
      Pattern.compile(
          "jdbc:postgresql:(?://(?:HOST(?:,HOST)*)?(?:/DATABASE)?|/?DATABASE)"
              .replace("HOST", HOST)
              .replace("DATABASE", DATABASE));

  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private PostgresqlServer() {}

  /** True if the variable names a database; one that is blank counts as not set. */
  public static boolean named() {
    String url = System.getenv(VARIABLE);
    return url != null && !url.isBlank();
  }

  /**
   * The address.
   *
   * @throws DatabaseException {@code store.database.no-server} if none is given
   */
  public static String url() {
    String url = System.getenv(VARIABLE);
    if (url == null || url.isBlank()) {
      throw DatabaseException.noServer();
    }
    return url.strip();
  }

  /** The schema for a store's directory: each directory has one of its own. */
  public static String schemaOf(String kind, Path root) {
    long hash = KeyHash.of(root.toAbsolutePath().normalize().toString());
    return "mesh_" + kind + "_" + HexFormat.of().toHexDigits(hash);
  }

  /**
   * A database, with tables in {@code schema} or in the connection's own.
   *
   * @throws DatabaseException {@code store.database.bad-address} if the driver might print the
   *     address, which has a password, or if it is another driver's
   */
  public static Database database(String url, @Nullable String schema) {
    int parameters = url.indexOf('?');
    String place = parameters < 0 ? url : url.substring(0, parameters);
    if (!PLACE.matcher(place).matches() || BAD_ESCAPE.matcher(url).find()) {
      throw DatabaseException.badAddress();
    }
    return new Database(
        schema == null ? place : place + " schema " + schema, url, new Properties(), schema, true);
  }

  public static DatabaseException failedToOpen(Database database, SQLException e) {
    return DatabaseException.failed(database.place(), "open it", e);
  }
}
