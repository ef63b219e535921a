package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/** Compares the stored hashes of a portal's tree with all records. */
final class TreeRowsCheck {

  private static final int PAGE = 100;

  private TreeRowsCheck() {}

  static void check(Session session, String place, List<Finding> findings) throws SQLException {
    TreeRows tree = TreeRows.of(session);
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    while (true) {
      List<TreeCompletion.Found> page =
          TreeCompletion.after(session, frontier.size(), PAGE, new WorkMeter());
      if (page.isEmpty()) {
        return;
      }
      for (TreeCompletion.Found found : page) {
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
