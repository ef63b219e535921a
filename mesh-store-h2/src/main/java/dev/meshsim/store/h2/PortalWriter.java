package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Action;
import dev.meshsim.log.Change;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.h2.database.ChangeCounter;
import dev.meshsim.store.h2.database.LogKey;
import dev.meshsim.store.h2.database.Session;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL that adds records to a portal's tables, on one connection. */
final class PortalWriter {

  private static final String ADD_RECORD =
      "INSERT INTO portal_record (number, log, key_id, prior, action, added_ms, terms, text)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADD_KEY =
      "INSERT INTO portal_key (id, log, hash, name, life, latest) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String MOVE_KEY = "UPDATE portal_key SET life = ?, latest = ? WHERE id = ?";
  private static final String LAST_TERM = "SELECT COALESCE(MAX(id), 0) FROM portal_term";
  private static final String ADD_TERM =
      "INSERT INTO portal_term (id, log, hash, type, term, changed) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String TOUCH_TERM = "UPDATE portal_term SET changed = ? WHERE id = ?";
  private static final String ADD_POSTING =
      "INSERT INTO portal_posting (term_id, key_id) VALUES (?, ?)";
  private static final String ADD_PENDING = "INSERT INTO portal_pending (number) VALUES (?)";
  private static final String DROP_POSTING =
      "DELETE FROM portal_posting WHERE term_id = ? AND key_id = ?";

  private final Session session;
  private final PortalRows rows;
  private final TreeRows tree;
  private final WorkMeter meter;

  PortalWriter(Session session, WorkMeter meter) {
    this.session = session;
    this.rows = new PortalRows(session, meter);
    this.tree = TreeRows.of(session);
    this.meter = meter;
  }

  /** Adds the records of one transaction. */
  void add(List<Change> changes, ChangeCounter head) throws SQLException {
    int left = changes.size();
    for (Change change : Change.meshFirst(changes)) {
      long number = head.next();
      @Nullable Long prior = add(change, number, head);
      left--;
      if (left > 0) {
        session.update(ADD_PENDING, number);
      }
      boolean pending = left > 0 || change.marked();
      boolean commit = left == 0 && (pending || changes.size() > 1);
      Bytes record =
          LineWriter.record(
              LineWriter.parts(change), number, prior == null ? 0 : prior, pending, commit);
      tree.add(number, pending, commit, record);
    }
  }

  private @Nullable Long add(Change change, long number, ChangeCounter head) throws SQLException {
    LogKey key = new LogKey(change.log(), change.primaryKey());
    Optional<PortalRows.Key> before = rows.key(key);
    Set<IndexTerm> oldTerms = before.isPresent() ? termsOf(key) : Set.of();
    long id = before.map(PortalRows.Key::id).orElse(number);
    if (before.isEmpty()) {
      long life = change.action() == Action.DELETE ? number + 1 : number;
      session.update(ADD_KEY, id, key.logNumber(), key.hash(), key.octets(), life, number);
    } else {
      session.update(MOVE_KEY, life(before.get(), change, number), number, id);
    }
    head.moved(key, number);
    @Nullable Long prior = before.map(PortalRows.Key::latest).orElse(null);
    addRecord(change, number, id, prior);
    moveTerms(change, number, id, oldTerms);
    return prior;
  }

  /** A key whose life is later than its latest record has no state: its last record is a Delete. */
  private static long life(PortalRows.Key before, Change change, long number) {
    if (change.action() == Action.DELETE) {
      return number + 1;
    }
    return before.latest() < before.life() ? number : before.life();
  }

  private Set<IndexTerm> termsOf(LogKey key) throws SQLException {
    return rows.latest(key)
        .<Set<IndexTerm>>map(item -> new LinkedHashSet<>(item.keys()))
        .orElse(Set.of());
  }

  private void addRecord(Change change, long number, long keyId, @Nullable Long prior)
      throws SQLException {
    byte[] terms = TermsJson.write(change.keys());
    Bytes text = change.text();
    byte @Nullable [] octets = text == null ? null : text.toArray();
    session.update(
        ADD_RECORD,
        number,
        change.log().ordinal(),
        keyId,
        prior,
        change.action().name(),
        change.added().toEpochMilli(),
        terms,
        octets);
    meter.octetsWritten.add(terms.length + (octets == null ? 0 : octets.length));
  }

  private void moveTerms(Change change, long number, long keyId, Set<IndexTerm> oldTerms)
      throws SQLException {
    Set<IndexTerm> newTerms = new LinkedHashSet<>(change.keys());
    for (IndexTerm term : newTerms) {
      long id = touch(new LogTerm(change.log(), term), number);
      if (!oldTerms.contains(term)) {
        session.update(ADD_POSTING, id, keyId);
      }
    }
    for (IndexTerm term : oldTerms) {
      if (!newTerms.contains(term)) {
        session.update(DROP_POSTING, touch(new LogTerm(change.log(), term), number), keyId);
      }
    }
  }

  private long touch(LogTerm term, long number) throws SQLException {
    Optional<PortalRows.Term> found = rows.term(term);
    if (found.isPresent()) {
      session.update(TOUCH_TERM, number, found.get().id());
      return found.get().id();
    }
    long id = session.number(LAST_TERM) + 1;
    session.update(
        ADD_TERM, id, term.logNumber(), term.hash(), term.typeOctets(), term.termOctets(), number);
    return id;
  }
}
