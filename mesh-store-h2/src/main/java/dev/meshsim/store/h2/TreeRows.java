package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.LogName;
import dev.meshsim.log.RecordKey;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of a tree's hashes, on one connection. */
final class TreeRows {

  private static final String ADD =
      "INSERT INTO portal_tree (number, marks, hashes) VALUES (?, ?, ?)";
  private static final String READ = "SELECT number, hashes FROM portal_tree WHERE number IN (";
  private static final String KEYS =
      "SELECT r.number, r.log, k.name FROM portal_record r JOIN portal_key k ON k.id = r.key_id"
          + " WHERE r.number > ? ORDER BY r.number LIMIT ?";
  private static final String COUNT = "SELECT COUNT(*) FROM portal_tree";
  private static final int PENDING = 1;
  private static final int COMMIT = 2;

  private final Session session;
  private final TreeHasher hasher = new TreeHasher();

  private TreeRows(Session session) {
    this.session = session;
  }

  static TreeRows of(Session session) {
    return new TreeRows(session);
  }

  /** The number of records that have their hashes. */
  long count() throws SQLException {
    return session.number(COUNT);
  }

  static boolean isPending(int marks) {
    return (marks & PENDING) != 0;
  }

  static boolean isCommit(int marks) {
    return (marks & COMMIT) != 0;
  }

  /** See {@link dev.meshsim.log.PortalStore#keysAfter}. */
  List<RecordKey> keysAfter(long after, int most) throws SQLException {
    List<RecordKey> keys = new ArrayList<>();
    try (ResultSet rows = session.query(KEYS, after, most)) {
      while (rows.next()) {
        LogName log = LogName.values()[rows.getInt(2)];
        keys.add(new RecordKey(rows.getLong(1), log, ColumnText.of(rows.getBytes(3))));
      }
    }
    return keys;
  }

  /** Adds the hashes of the next record: its leaf and the nodes that it completes. */
  void add(long number, boolean pending, boolean commit, Bytes record) throws SQLException {
    Bytes node = hasher.leaf(record);
    ByteArrayOutputStream hashes = new ByteArrayOutputStream(2 * TreeHasher.OCTETS);
    hashes.writeBytes(node.toArray());
    long leaf = number - 1;
    int completed = StoredHashes.completed(leaf);
    if (completed > 0) {
      long[] siblings = new long[completed];
      for (int level = 0; level < completed; level++) {
        siblings[level] = StoredHashes.index(level, (leaf >> level) - 1);
      }
      for (Bytes sibling : read(siblings)) {
        node = hasher.node(sibling, node);
        hashes.writeBytes(node.toArray());
      }
    }
    int marks = (pending ? PENDING : 0) | (commit ? COMMIT : 0);
    session.update(ADD, number, marks, hashes.toByteArray());
  }

  /** Reads stored hashes; see {@link dev.meshsim.transparency.tree.HashReader}. */
  List<Bytes> read(long[] indexes) throws SQLException {
    Map<Long, byte[]> rows = new HashMap<>();
    long[] numbers = new long[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      numbers[i] = StoredHashes.leafOf(indexes[i]) + 1;
    }
    try (ResultSet found = session.query(READ + places(numbers.length), padded(numbers))) {
      while (found.next()) {
        rows.put(found.getLong(1), found.getBytes(2));
      }
    }
    List<Bytes> hashes = new ArrayList<>(indexes.length);
    for (int i = 0; i < indexes.length; i++) {
      byte[] row = rows.get(numbers[i]);
      int from = (int) (indexes[i] - StoredHashes.count(numbers[i] - 1)) * TreeHasher.OCTETS;
      if (row == null || row.length < from + TreeHasher.OCTETS) {
        throw TransparencyException.noHash(indexes[i], StoredHashes.count(count()));
      }
      hashes.add(Bytes.of(row, from, from + TreeHasher.OCTETS));
    }
    return hashes;
  }

  /** Places for the numbers, as many as a power of two, so that few statements are prepared. */
  private static String places(int count) {
    return "?" + ", ?".repeat(rounded(count) - 1) + ")";
  }

  private static @Nullable Object[] padded(long[] numbers) {
    @Nullable Object[] all = new Object[rounded(numbers.length)];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers.length == 0 ? 0L : numbers[Math.min(i, numbers.length - 1)];
    }
    return all;
  }

  private static int rounded(int count) {
    return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
  }
}
