package dev.meshsim.store.h2.database;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables of one kind of store, as numbered scripts. The table {@code schema_version} records
 * the scripts that have run, with their digests. H2 makes tables outside of transactions, so every
 * script after the first must be able to run again ({@code IF NOT EXISTS}); the first one runs on a
 * file before it gets its final name.
 *
 * @param scripts their paths, the first for version 1
 * @param shared true if several stores may have the tables open at once
 * @param secret true if the tables hold the private keys of a person
 */
public record Schema(List<String> scripts, boolean shared, boolean secret) {

  public static final Schema PORTAL =
      new Schema(
          List.of(
              "portal/V001__records.sql",
              "portal/V002__transactions.sql",
              "portal/V003__keys.sql",
              "portal/V004__tree.sql"),
          true,
          false);
  public static final Schema MACHINE =
      new Schema(List.of("machine/V001__records.sql", "machine/V002__erasure.sql"), false, true);

  /** Says, in the transaction that deletes secrets, that their octets have to go too. */
  public static final String ERASE = "INSERT INTO machine_erasure (number) VALUES (?)";

  static final String ERASES = "SELECT COUNT(*) FROM machine_erasure";

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS schema_version ("
          + "version INT PRIMARY KEY, script VARCHAR(200) NOT NULL, digest CHAR(64) NOT NULL)";

  /**
   * Makes or completes the tables, and checks the content of the database.
   *
   * @param content what it holds, for example {@code portal}
   * @throws DatabaseException {@code store.database.other-schema} if a later mesh-sim, or another
   *     one, made the tables
   * @throws DatabaseException {@code store.database.wrong-content} if it holds something else
   * @throws DatabaseException {@code store.database.no-content} if it does not say what it holds,
   *     though the tables are not new
   */
  void apply(Database database, String content) throws SQLException {
    try (Session session = database.connect()) {
      String schema = database.schema();
      database.dialect().lockSchema(session, schema == null ? "" : schema);
      session.commit();
      if (schema != null) {
        session.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      }
      session.execute(VERSIONS);
      TreeMap<Integer, String> applied = applied(session);
      requireKnown(database.place(), applied);
      for (String prelude : database.dialect().preludes()) {
        run(session, Script.read(prelude));
      }
      for (int version = 1; version <= scripts.size(); version++) {
        Script script = Script.read(scripts.get(version - 1));
        if (!applied.containsKey(version)) {
          run(session, script);
          session.update(
              "INSERT INTO schema_version (version, script, digest) VALUES (?, ?, ?)",
              version,
              script.name(),
              script.digest());
        }
      }
      if (applied.isEmpty()) {
        session.update(
            "INSERT INTO store_state (id, content, last_change) VALUES (1, ?, 0)", content);
      }
      requireContent(session, database.place(), content);
      session.commit();
      database.force(session);
      session.commit();
    }
  }

  /**
   * Checks the tables and the content of the database; changes nothing.
   *
   * @throws DatabaseException as {@link #apply} does, and {@code store.database.other-schema} if
   *     the tables are older than this mesh-sim's
   */
  void require(Database database, String content) throws SQLException {
    try (Session session = database.connectToSnapshots()) {
      TreeMap<Integer, String> applied = applied(session);
      requireKnown(database.place(), applied);
      int last = applied.isEmpty() ? 0 : applied.lastKey();
      if (last < scripts.size()) {
        throw DatabaseException.olderSchema(database.place(), last, scripts.size());
      }
      requireContent(session, database.place(), content);
      session.commit();
    }
  }

  private void requireKnown(String place, TreeMap<Integer, String> applied) {
    if (!applied.isEmpty() && applied.lastKey() > scripts.size()) {
      throw DatabaseException.newerSchema(place, applied.lastKey(), scripts.size());
    }
    for (Map.Entry<Integer, String> entry : applied.entrySet()) {
      int index = entry.getKey() - 1;
      Script script = index < 0 ? null : Script.read(scripts.get(index));
      if (script == null || !entry.getValue().equals(script.digest())) {
        String name = script == null ? "script" : script.name();
        throw DatabaseException.changedSchema(place, name);
      }
    }
  }

  private static void run(Session session, Script script) throws SQLException {
    for (String statement : script.statements()) {
      session.execute(statement);
    }
  }

  private static TreeMap<Integer, String> applied(Session session) throws SQLException {
    TreeMap<Integer, String> applied = new TreeMap<>();
    try (ResultSet rows = session.query("SELECT version, digest FROM schema_version")) {
      while (rows.next()) {
        applied.put(rows.getInt(1), rows.getString(2));
      }
    }
    return applied;
  }

  private static void requireContent(Session session, String place, String content)
      throws SQLException {
    try (ResultSet rows = session.query("SELECT content FROM store_state WHERE id = 1")) {
      if (!rows.next()) {
        throw DatabaseException.noContent(place);
      }
      if (!rows.getString(1).equals(content)) {
        throw DatabaseException.wrongContent(place, content, rows.getString(1));
      }
    }
  }

  /**
   * A file of SQL statements among the resources. A statement ends with a semicolon at the end of a
   * line; a line that begins with two dashes is a comment.
   *
   * @param name the path below this package
   */
  private record Script(String name, String text) {

    /** Reads a script. */
    static Script read(String name) {
      try (InputStream in = Schema.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("this build lacks the resource " + name);
        }
        return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException("the resource " + name + " cannot be read", e);
      }
    }

    /** The statements in their order, without comments. */
    List<String> statements() {
      List<String> statements = new ArrayList<>();
      StringBuilder statement = new StringBuilder();
      for (String line : text.lines().toList()) {
        if (line.startsWith("--")) {
          continue;
        }
        statement.append(line).append('\n');
        if (line.endsWith(";")) {
          String whole = statement.toString().strip();
          statements.add(whole.substring(0, whole.length() - 1));
          statement.setLength(0);
        }
      }
      if (!statement.toString().isBlank()) {
        throw new IllegalStateException("the last statement of " + name + " has no end");
      }
      return statements;
    }

    /** The SHA-256 of the statements, in hexadecimal. */
    String digest() {
      return Sha256.of(Bytes.utf8(String.join(";\n", statements()))).hex();
    }
  }
}
