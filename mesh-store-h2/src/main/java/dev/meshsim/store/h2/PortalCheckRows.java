package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.LogKey;
import dev.meshsim.store.h2.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads every record, and compares the terms of the keys with the index of terms. */
final class PortalCheckRows {

  private static final String HINT = "restore the database from a copy, or export and import it";
  private static final String POSTINGS =
      "SELECT t.log, k.name, t.type, t.term FROM portal_posting p"
          + " JOIN portal_term t ON t.id = p.term_id JOIN portal_key k ON k.id = p.key_id";

  private record Posting(LogKey key, IndexTerm term) {}

  private final PortalRows rows;
  private final String place;
  private final List<Finding> findings;
  private final Map<LogKey, List<IndexTerm>> now = new HashMap<>();

  private PortalCheckRows(PortalRows rows, String place, List<Finding> findings) {
    this.rows = rows;
    this.place = place;
    this.findings = findings;
  }

  static void check(Session session, String place, List<Finding> findings) throws SQLException {
    PortalCheckRows check =
        new PortalCheckRows(new PortalRows(session, new WorkMeter()), place, findings);
    try {
      for (LogName log : LogName.values()) {
        PageFill.of(PageRequest.all(), (from, limit) -> check.records(log, from, limit));
      }
      check.postings(session);
    } catch (MeshException | IllegalArgumentException e) {
      String problem = "a record cannot be read: " + DatabaseException.reason(e);
      findings.add(new Finding(DatabaseException.Code.BAD_RECORD, place, problem, HINT));
    }
  }

  private List<RecordRow> records(LogName log, long from, int limit) throws SQLException {
    List<RecordRow> found = rows.scan(log, from, PageRequest.all(), limit);
    for (RecordRow row : found) {
      DataItem item = row.item();
      check(log, item);
      now.put(new LogKey(log, item.primaryKey()), item.keys());
    }
    return found;
  }

  private void check(LogName log, DataItem item) {
    try {
      new Change(log, item.action(), item.primaryKey(), item.keys(), item.text(), item.added());
    } catch (MeshException | IllegalArgumentException e) {
      String where = place + ", " + item.transactionId();
      String problem = "is no record: " + DatabaseException.reason(e);
      findings.add(new Finding(DatabaseException.Code.BAD_RECORD, where, problem, HINT));
    }
  }

  private void postings(Session session) throws SQLException {
    Set<Posting> expected = new HashSet<>();
    now.forEach((key, terms) -> terms.forEach(term -> expected.add(new Posting(key, term))));
    try (ResultSet found = session.query(POSTINGS)) {
      while (found.next()) {
        LogKey key =
            new LogKey(LogName.values()[found.getInt(1)], ColumnText.of(found.getBytes(2)));
        IndexTerm term =
            new IndexTerm(ColumnText.of(found.getBytes(3)), ColumnText.of(found.getBytes(4)));
        if (!expected.remove(new Posting(key, term))) {
          report(key, "is found by a term that it does not have: " + term);
        }
      }
    }
    expected.forEach(
        missing -> report(missing.key(), "is not found by a term that it has: " + missing.term()));
  }

  private void report(LogKey key, String problem) {
    String where = place + ", " + key.log().name() + " " + key.name();
    findings.add(new Finding(DatabaseException.Code.WRONG_TERM, where, problem));
  }
}
