package dev.meshsim.store.h2;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.store.h2.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** The SQL of the row that has a portal's own private keys. */
final class OwnKeysRow {

  private static final String GET = "SELECT content FROM portal_own_keys WHERE id = 1";
  private static final String DELETE = "DELETE FROM portal_own_keys";
  private static final String INSERT = "INSERT INTO portal_own_keys (id, content) VALUES (1, ?)";

  private OwnKeysRow() {}

  static Optional<SecretBytes> get(Session session) throws SQLException {
    try (ResultSet rows = session.query(GET)) {
      return rows.next() ? Optional.of(SecretBytes.moveFrom(rows.getBytes(1))) : Optional.empty();
    }
  }

  static void put(Session session, SecretBytes keys) throws SQLException {
    byte[] content = keys.expose();
    try {
      session.update(DELETE);
      session.update(INSERT, content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }
}
