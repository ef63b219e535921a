package dev.meshsim.store.h2;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all of a portal's tables and reports their contradictions. */
final class PortalCheck {

  /** A query each row of which is a problem, and the text of that problem. */
  private record Rule(ErrorCode code, String problem, String sql) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              DatabaseException.Code.MISSING_RECORD,
              "is not there, or there twice, although later records are",
              "SELECT s.last_change FROM store_state s WHERE s.last_change <>"
                  + " (SELECT COUNT(*) FROM portal_record) OR s.last_change <>"
                  + " (SELECT COALESCE(MAX(number), 0) FROM portal_record)"),
          new Rule(
              DatabaseException.Code.WRONG_LATEST,
              "is the latest record of its key, but the key does not say so",
              "SELECT MAX(r.number) FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
                  + " GROUP BY k.id, k.latest HAVING MAX(r.number) <> k.latest"),
          new Rule(
              DatabaseException.Code.OPEN_TRANSACTION,
              "goes on with the next record, which is not there",
              "SELECT p.number FROM portal_pending p LEFT JOIN portal_record r"
                  + " ON r.number = p.number + 1 WHERE r.number IS NULL"),
          new Rule(
              DatabaseException.Code.WRONG_LOG,
              "stands in another log than its key",
              "SELECT r.number FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
                  + " WHERE r.log <> k.log"),
          new Rule(
              DatabaseException.Code.WRONG_PRIOR,
              "names another record before it than there is",
              "SELECT r.number FROM portal_record r WHERE COALESCE(r.prior, 0) <>"
                  + " (SELECT COALESCE(MAX(b.number), 0) FROM portal_record b"
                  + " WHERE b.key_id = r.key_id AND b.number < r.number)"),
          new Rule(
              DatabaseException.Code.WRONG_LIFE,
              "is the latest record of its key, whose life the key gives wrongly",
              "SELECT k.latest FROM portal_key k JOIN portal_record r ON r.number = k.latest"
                  + " WHERE k.life <> (SELECT CASE r.action WHEN 'DELETE' THEN r.number + 1 ELSE"
                  + " MIN(b.number) END FROM portal_record b WHERE b.key_id = k.id AND b.number >"
                  + " (SELECT COALESCE(MAX(d.number), 0) FROM portal_record d"
                  + " WHERE d.key_id = k.id AND d.action = 'DELETE' AND d.number < k.latest))"));

  private final SqlStore store;
  private final List<Finding> findings = new ArrayList<>();

  private PortalCheck(SqlStore store) {
    this.store = store;
  }

  static List<Finding> of(SqlStore store) {
    PortalCheck check = new PortalCheck(store);
    try {
      store.read(
          (session, snapshot) -> {
            check.findings.clear();
            for (Rule rule : RULES) {
              check.run(session, rule);
            }
            PortalCheckRows.check(session, check.store.place(), check.findings);
            if (check.findings.isEmpty()) {
              TreeRecords.check(session, check.store.place(), check.findings);
            }
            store.dialect().check(session, check.store.place(), check.findings);
            return snapshot;
          });
    } catch (MeshException e) {
      check.findings.add(Finding.of(store.place(), e));
    }
    return List.copyOf(check.findings);
  }

  private void run(Session session, Rule rule) throws SQLException {
    try (ResultSet rows = session.query(rule.sql())) {
      while (rows.next()) {
        String where = store.place() + ", TID:" + rows.getLong(1);
        findings.add(new Finding(rule.code(), where, rule.problem()));
      }
    }
  }
}
