package dev.meshsim.store.h2.database;

import dev.meshsim.store.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The settings of a PostgreSQL session that this store relies on. Servers, databases and roles have
 * defaults of their own for them, so each new connection is set. A setting that the server's
 * version lacks is left out.
 */
final class PostgresqlSettings {

  private static final Map<String, String> WANTED = new LinkedHashMap<>();

  static {
    // Texts in SQL statements are read as the standard has it: a backslash is a character.
    WANTED.put("standard_conforming_strings", "on");
    WANTED.put("transform_null_equals", "off");
    // A snapshot must not wait for all writers to end.
    WANTED.put("default_transaction_deferrable", "off");
    // A server that ended an idle connection would end the claim of an open machine.
    WANTED.put("idle_session_timeout", "0");
    WANTED.put("idle_in_transaction_session_timeout", "0");
    WANTED.put("transaction_timeout", "0");
    WANTED.put("statement_timeout", "0");
    WANTED.put("lock_timeout", "0");
    // All rows of a table or an error, never a part.
    WANTED.put("row_security", "off");
    WANTED.put("bytea_output", "hex");
  }

  private static final String READ_ONLY = "default_transaction_read_only";

  /** Commits wait for the disk; one that also waits for standby servers is left as it is. */
  private static final String DURABLE =
      "SELECT pg_catalog.set_config('synchronous_commit', 'on', false) WHERE"
          + " pg_catalog.current_setting('synchronous_commit') <> 'remote_apply'";

  /** Settings of the server without which a commit may not survive a power cut. */
  private static final List<String> SERVER = List.of("fsync", "full_page_writes");

  private PostgresqlSettings() {}

  /** Sets up a new connection, outside of an SQL transaction. */
  static void apply(Session session, boolean readOnly) throws SQLException {
    StringJoiner values = new StringJoiner(", ");
    WANTED.forEach((name, value) -> values.add("('" + name + "', '" + value + "')"));
    values.add("('" + READ_ONLY + "', '" + (readOnly ? "on" : "off") + "')");
    session.execute(
        "SELECT pg_catalog.set_config(s.name, w.setting, false) FROM (VALUES "
            + values
            + ") AS w (name, setting) JOIN pg_catalog.pg_settings s ON s.name = w.name"
            + " WHERE s.setting <> w.setting");
    session.execute(DURABLE);
  }

  /** Reports settings of the server that lose data. */
  static void check(Session session, String place, List<Finding> findings) throws SQLException {
    for (String name : SERVER) {
      try (ResultSet rows = session.query("SHOW " + name)) {
        if (rows.next() && !rows.getString(1).equals("on")) {
          findings.add(
              new Finding(
                  DatabaseException.Code.NOT_DURABLE,
                  place,
                  name.equals("fsync")
                      ? "the server does not force its files to the disk"
                      : "the server does not write whole pages, so a power cut can damage them",
                  "set " + name + " = on in postgresql.conf and restart the server"));
        }
      }
    }
  }
}
