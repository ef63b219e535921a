package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The records of a tree in the order of their numbers: makes missing hashes, and checks all. */
final class TreeRecords {

  private static final int BATCH = 500;
  private static final String RECORDS =
      "SELECT "
          + RecordRow.COLUMNS
          + "r.number, p.number, b.number, t.marks, r.log"
          + " FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
          + " LEFT JOIN portal_tree t ON t.number = r.number"
          + " LEFT JOIN portal_pending p ON p.number = r.number"
          + " LEFT JOIN portal_pending b ON b.number = r.number - 1"
          + " WHERE r.number > ? ORDER BY r.number LIMIT ?";
  private static final int LOG_COLUMN = 12;

  private TreeRecords() {}

  /**
   * A record with its log.
   *
   * @param row with the marks that its line has
   */
  record Found(LogName log, RecordRow row) {}

  /** Adds the rows that are missing, some at a time. */
  static void complete(SqlStore store) {
    boolean[] more = {true};
    while (more[0]) {
      store.write(
          (session, head) -> {
            more[0] = false;
            TreeRows tree = TreeRows.of(session);
            long have = tree.count();
            if (have < head.last()) {
              head.unnumbered();
              for (Found found : after(session, have, BATCH, new WorkMeter())) {
                var item = found.row().item();
                tree.add(
                    item.number(),
                    item.pending(),
                    item.commit(),
                    LineWriter.record(found.log(), item));
                more[0] = true;
              }
            }
            return true;
          });
    }
  }

  /** The records after a number, in the order of their numbers, at most {@code limit}. */
  static List<Found> after(Session session, long number, int limit, WorkMeter meter)
      throws SQLException {
    List<Found> found = new ArrayList<>();
    try (ResultSet rows = session.query(RECORDS, number, limit)) {
      while (rows.next()) {
        LogName log = LogName.values()[rows.getInt(LOG_COLUMN)];
        found.add(new Found(log, RecordRow.readMarked(rows, meter)));
      }
    }
    return found;
  }

  /** Compares the stored hashes with all records, and reports the first that differs. */
  static void check(Session session, String place, List<Finding> findings) throws SQLException {
    TreeRows tree = TreeRows.of(session);
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    while (true) {
      List<Found> page = after(session, frontier.size(), BATCH, new WorkMeter());
      if (page.isEmpty()) {
        return;
      }
      for (Found found : page) {
        DataItem item = found.row().item();
        if (item.number() != frontier.size() + 1
            || !matches(tree, frontier, hasher.leaf(LineWriter.record(found.log(), item)))) {
          findings.add(
              new Finding(
                  TransparencyException.Code.BAD_TREE,
                  place + ", " + item.transactionId(),
                  "the hashes from here on are not those of the records"));
          return;
        }
      }
    }
  }

  private static boolean matches(TreeRows tree, Frontier frontier, Bytes leaf) throws SQLException {
    long first = StoredHashes.count(frontier.size());
    List<Bytes> expected = frontier.append(leaf);
    try {
      return tree.read(LongStream.range(first, first + expected.size()).toArray()).equals(expected);
    } catch (TransparencyException e) {
      return false;
    }
  }
}
