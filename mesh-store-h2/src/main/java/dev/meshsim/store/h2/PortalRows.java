package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.h2.database.LatestRecord;
import dev.meshsim.store.h2.database.LogKey;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL that reads a portal's tables, on one connection. */
final class PortalRows {

  static final String KEY =
      "SELECT id, life, latest FROM portal_key WHERE hash = ? AND log = ? AND name = ?";
  static final String TERM =
      "SELECT id, changed FROM portal_term WHERE hash = ? AND log = ? AND type = ? AND term = ?";
  static final String LATEST =
      "SELECT "
          + RecordRow.COLUMNS
          + "r.number FROM portal_key k JOIN portal_record r ON r.number = k.latest"
          + " WHERE k.hash = ? AND k.log = ? AND k.name = ?";
  static final String RECORD =
      "SELECT " + RecordRow.OWN_COLUMNS + " FROM portal_record r WHERE r.number = ?";
  static final String VERSIONS =
      "SELECT "
          + RecordRow.COLUMNS
          + "r.number FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
          + " WHERE r.key_id = ? AND r.number >= ? AND r.added_ms >= ? AND r.added_ms < ?"
          + " ORDER BY r.key_id, r.number LIMIT ?";
  static final String FIND =
      "SELECT "
          + RecordRow.COLUMNS
          + "p.key_id FROM portal_posting p JOIN portal_key k ON k.id = p.key_id"
          + " JOIN portal_record r ON r.number = k.latest"
          + " WHERE p.term_id = ? AND p.key_id >= ? AND r.added_ms >= ? AND r.added_ms < ?"
          + " ORDER BY p.term_id, p.key_id LIMIT ?";
  static final String SCAN =
      "SELECT "
          + RecordRow.COLUMNS
          + "r.number, p.number, b.number, t.marks"
          + " FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
          + " LEFT JOIN portal_tree t ON t.number = r.number"
          + " LEFT JOIN portal_pending p ON p.number = r.number"
          + " LEFT JOIN portal_pending b ON b.number = r.number - 1"
          + " WHERE r.number >= ? AND r.log = ? AND r.added_ms >= ? AND r.added_ms < ?"
          + " ORDER BY r.number LIMIT ?";
  private static final String LAST_WRITE = "SELECT added_ms FROM portal_record WHERE number = ?";

  /** Reads one row. */
  @FunctionalInterface
  private interface RowReader {
    RecordRow read(ResultSet row, WorkMeter meter) throws SQLException;
  }

  /** A primary key: its id, the first record since the last Delete, and its latest record. */
  record Key(long id, long life, long latest) {}

  /** A term: its id, and the last record that added or removed it. */
  record Term(long id, long changed) {}

  private final Session session;
  private final WorkMeter meter;

  PortalRows(Session session, WorkMeter meter) {
    this.session = session;
    this.meter = meter;
  }

  Optional<Key> key(LogKey key) throws SQLException {
    meter.lookups.increment();
    try (ResultSet rows = session.query(KEY, key.hash(), key.logNumber(), key.octets())) {
      return rows.next()
          ? Optional.of(new Key(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
          : Optional.empty();
    }
  }

  Optional<Term> term(LogTerm term) throws SQLException {
    meter.lookups.increment();
    try (ResultSet rows =
        session.query(TERM, term.hash(), term.logNumber(), term.typeOctets(), term.termOctets())) {
      return rows.next()
          ? Optional.of(new Term(rows.getLong(1), rows.getLong(2)))
          : Optional.empty();
    }
  }

  /** The latest record of a key, even if it is a Delete. */
  Optional<DataItem> latest(LogKey key) throws SQLException {
    Snapshot moment = session.moment();
    return moment == null ? find(key) : latest(key, moment);
  }

  /**
   * The record is cached at the second read of its key: the first read caches its number only, so
   * that a key that is read once takes little memory.
   */
  private Optional<DataItem> latest(LogKey key, Snapshot moment) throws SQLException {
    LatestRecord known = moment.latest(key);
    if (known == null) {
      Optional<DataItem> found = find(key);
      found.ifPresent(item -> moment.remember(key, new LatestRecord(item.number(), null)));
      return found;
    }
    if (known.item() != null) {
      meter.lookups.increment();
      meter.recordsRead.increment();
      return Optional.of(known.item());
    }
    Optional<DataItem> found = record(known.number(), key.name());
    found.ifPresent(item -> moment.remember(key, new LatestRecord(item)));
    return found;
  }

  /** A record, of which it is known that it is one of the key {@code name}. */
  private Optional<DataItem> record(long number, String name) throws SQLException {
    meter.lookups.increment();
    try (ResultSet rows = session.query(RECORD, number)) {
      return rows.next() ? Optional.of(RecordRow.item(rows, name, meter)) : Optional.empty();
    }
  }

  private Optional<DataItem> find(LogKey key) throws SQLException {
    List<RecordRow> rows = rows(LATEST, key.hash(), key.logNumber(), key.octets());
    if (rows.isEmpty()) {
      meter.lookups.increment();
    }
    return rows.stream().findFirst().map(RecordRow::item);
  }

  List<RecordRow> versions(long keyId, long from, PageRequest range, int limit)
      throws SQLException {
    return rows(VERSIONS, keyId, from, notBefore(range), before(range), limit);
  }

  List<RecordRow> find(long termId, long from, PageRequest range, int limit) throws SQLException {
    return rows(FIND, termId, from, notBefore(range), before(range), limit);
  }

  List<RecordRow> scan(LogName log, long from, PageRequest range, int limit) throws SQLException {
    return rows(
        RecordRow::readMarked, SCAN, from, log.ordinal(), notBefore(range), before(range), limit);
  }

  Optional<Instant> added(long number) throws SQLException {
    return number == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(session.number(LAST_WRITE, number)));
  }

  private List<RecordRow> rows(String sql, Object... parameters) throws SQLException {
    return rows(RecordRow::read, sql, parameters);
  }

  private List<RecordRow> rows(RowReader reader, String sql, Object... parameters)
      throws SQLException {
    List<RecordRow> found = new ArrayList<>();
    try (ResultSet rows = session.query(sql, parameters)) {
      while (rows.next()) {
        meter.lookups.increment();
        found.add(reader.read(rows, meter));
      }
    }
    return found;
  }

  private static long notBefore(PageRequest range) {
    return ceilMillis(range.notBefore(), Long.MIN_VALUE);
  }

  private static long before(PageRequest range) {
    return ceilMillis(range.before(), Long.MAX_VALUE);
  }

  /** Rounds up to milliseconds, of which record times have whole numbers: the order is kept. */
  private static long ceilMillis(@Nullable Instant time, long otherwise) {
    if (time == null) {
      return otherwise;
    }
    try {
      long floor = time.toEpochMilli();
      boolean whole = Instant.ofEpochMilli(floor).equals(time);
      return whole || floor == Long.MAX_VALUE ? floor : floor + 1;
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** True if a claim of this name was committed. */
  boolean isClaimed(Bytes name) throws SQLException {
    return PortalSharing.isClaimed(session, name);
  }
}
