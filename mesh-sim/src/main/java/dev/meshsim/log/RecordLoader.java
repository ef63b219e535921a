package dev.meshsim.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the records of another store in the order of their numbers, in the transactions that they
 * were written in, many at a time. The copy of each record has the octets of its original, if the
 * other store numbers, links and marks its records as this one does.
 *
 * <p>A record begins a new transaction after a record that ends one. It also does if its key is in
 * the transaction already, or if a mesh record follows a portal record: logs of other programs may
 * lack the marks.
 */
public final class RecordLoader {

  /** The records that are written together; a transaction is never divided. */
  static final int RECORDS = 500;

  /** The octets of texts that are written together. */
  static final long OCTETS = 8L * 1024 * 1024;

  private record Key(LogName log, String primaryKey) {}

  private final PortalStore store;
  private final List<List<Change>> transactions = new ArrayList<>();
  private final Set<Key> keys = new HashSet<>();
  private List<Change> open = new ArrayList<>();
  private LogName last = LogName.MESH;
  private int records;
  private long octets;

  /** A loader of a store that nobody else writes to. */
  public RecordLoader(PortalStore store) {
    this.store = store;
  }

  /** Adds the next record; some of those before are durable when this returns. */
  public void add(LogName log, DataItem item) {
    Key key = new Key(log, item.primaryKey());
    boolean back = last == LogName.PORTAL && log == LogName.MESH;
    if (!open.isEmpty() && (back || keys.contains(key))) {
      endTransaction();
    }
    keys.add(key);
    last = log;
    open.add(
        new Change(
            log,
            item.action(),
            item.primaryKey(),
            item.keys(),
            item.text(),
            item.added(),
            item.pending() && item.commit()));
    records++;
    octets += item.text() == null ? 0 : item.text().length();
    if (item.endsTransaction()) {
      endTransaction();
    }
  }

  private void endTransaction() {
    transactions.add(open);
    open = new ArrayList<>();
    keys.clear();
    last = LogName.MESH;
    if (records >= RECORDS || octets > OCTETS) {
      write();
    }
  }

  /** Writes the transactions that have ended; they are durable when this returns. */
  public void write() {
    store.load(transactions);
    transactions.clear();
    records = open.size();
    octets = 0;
  }

  /** Writes everything, also a transaction without an end. */
  public void finish() {
    if (!open.isEmpty()) {
      endTransaction();
    }
    write();
  }
}
