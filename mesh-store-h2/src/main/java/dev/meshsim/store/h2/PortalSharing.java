package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.store.h2.database.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tables that the processes on one portal share beside its records: a secret, and the claims of
 * the last minutes. They are made when a portal first asks for them.
 */
final class PortalSharing {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS portal_secret ("
              + "id SMALLINT PRIMARY KEY CHECK (id = 1), octets BYTEA NOT NULL)",
          "CREATE TABLE IF NOT EXISTS portal_claim ("
              + "name BYTEA PRIMARY KEY, time_ms BIGINT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS portal_claim_time ON portal_claim (time_ms)");
  private static final String SECRET = "SELECT octets FROM portal_secret WHERE id = 1";
  private static final String ADD_SECRET = "INSERT INTO portal_secret (id, octets) VALUES (1, ?)";
  private static final String CLAIMED = "SELECT COUNT(*) FROM portal_claim WHERE name = ?";
  private static final String ADD_CLAIM = "INSERT INTO portal_claim (name, time_ms) VALUES (?, ?)";
  private static final String FORGET = "DELETE FROM portal_claim WHERE time_ms < ?";

  /** How much later claims are forgotten again, in milliseconds. */
  private static final long FORGET_EVERY = 60_000;

  private long forgottenUpTo = Long.MIN_VALUE;

  /**
   * A claim.
   *
   * @param name the digest of the name
   * @param time in milliseconds since 1970
   * @param forgotten claims of an earlier time may be forgotten
   */
  record Claim(Bytes name, long time, long forgotten) {}

  /** The digest of a name. */
  static Bytes digest(String name) {
    return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the tables, and returns the secret; {@code drawn} if there was none. */
  static Bytes secret(Session session, Supplier<Bytes> drawn) throws SQLException {
    for (String table : TABLES) {
      session.execute(table);
    }
    try (ResultSet rows = session.query(SECRET)) {
      if (rows.next()) {
        return Bytes.of(rows.getBytes(1));
      }
    }
    Bytes made = drawn.get();
    session.update(ADD_SECRET, (Object) made.toArray());
    return made;
  }

  /** True if a claim of this name was committed. */
  static boolean isClaimed(Session session, Bytes name) throws SQLException {
    return session.number(CLAIMED, (Object) name.toArray()) > 0;
  }

  /**
   * Adds claims, in the SQL transaction that writes.
   *
   * @return false if one of them was committed before; then nothing is added
   */
  boolean add(Session session, List<Claim> claims) throws SQLException {
    for (Claim claim : claims) {
      if (isClaimed(session, claim.name())) {
        return false;
      }
    }
    for (Claim claim : claims) {
      session.update(ADD_CLAIM, claim.name().toArray(), claim.time());
      if (claim.forgotten() - FORGET_EVERY > forgottenUpTo) {
        session.update(FORGET, claim.forgotten());
        forgottenUpTo = claim.forgotten();
      }
    }
    return true;
  }
}
