package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.h2.database.ChangeCounter;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.KeyHash;
import dev.meshsim.store.h2.database.Session;
import java.nio.charset.CharacterCodingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of a machine's table. */
final class MachineRows {

  private static final String GET =
      "SELECT id, content FROM machine_record WHERE hash = ? AND kind = ? AND name = ?";
  private static final String LIST = "SELECT id, content, name FROM machine_record WHERE kind = ?";
  private static final String INSERT =
      "INSERT INTO machine_record (id, kind, hash, name, content) VALUES (?, ?, ?, ?, ?)";
  private static final String DELETE =
      "DELETE FROM machine_record WHERE hash = ? AND kind = ? AND name = ?";

  /**
   * A row of the table. The caller clears the content, which may be a private key.
   *
   * @param id the number of this row; a record that replaces it gets another
   */
  record Row(long id, RecordKey key, byte[] content) {}

  /** A change with its serialised content, made before any lock is held. */
  record Prepared(RecordKey key, byte[] name, byte @Nullable [] content) {

    static Prepared of(String place, MachineChange change) {
      byte[] name = nameOf(place, change.key());
      byte[] content =
          change instanceof MachineChange.Put put ? RecordJson.write(put.record()) : null;
      return new Prepared(change.key(), name, content);
    }

    void clear() {
      if (content != null) {
        Arrays.fill(content, (byte) 0);
      }
    }
  }

  private MachineRows() {}

  static byte[] nameOf(String place, RecordKey key) {
    try {
      return KeyHash.utf8(key.name());
    } catch (CharacterCodingException e) {
      throw DatabaseException.badName(place);
    }
  }

  static Optional<Row> get(Session session, RecordKey key, byte[] name) throws SQLException {
    try (ResultSet rows = session.query(GET, KeyHash.of(name), key.kind().name(), name)) {
      return rows.next()
          ? Optional.of(new Row(rows.getLong(1), key, rows.getBytes(2)))
          : Optional.empty();
    }
  }

  static List<Row> list(Session session, RecordKind kind) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = session.query(LIST, kind.name())) {
      while (rows.next()) {
        String name = ColumnText.of(rows.getBytes(3));
        found.add(new Row(rows.getLong(1), new RecordKey(kind, name), rows.getBytes(2)));
      }
    }
    return found;
  }

  /** Makes a change; true if it deleted a private key. */
  static boolean apply(Session session, ChangeCounter head, Prepared change) throws SQLException {
    long hash = KeyHash.of(change.name());
    String kind = change.key().kind().name();
    boolean deleted = session.update(DELETE, hash, kind, change.name()) > 0;
    long number = head.next();
    if (change.content() != null) {
      session.update(INSERT, number, kind, hash, change.name(), change.content());
      return false;
    }
    return deleted && change.key().kind() == RecordKind.PRIVATE_KEY;
  }

  /** Deletes all records; true if there were any. */
  static boolean erase(Session session, ChangeCounter head) throws SQLException {
    head.next();
    return session.update("DELETE FROM machine_record") > 0;
  }
}
