package dev.meshsim.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers changes that one transaction can hold, no two of one key, and that every store numbers in
 * the same order: one that has a file for each log writes a transaction's mesh records first. For
 * copying many records into a store that nobody else uses.
 */
public final class ChangeBatch {

  private static final int ITEMS = 500;
  private static final long OCTETS = 8L * 1024 * 1024;

  private record Key(LogName log, String primaryKey) {}

  private final PortalStore store;
  private final List<Change> changes = new ArrayList<>();
  private final Set<Key> keys = new HashSet<>();
  private LogName last = LogName.MESH;
  private long octets;

  /** Gathers changes for {@code store}. */
  public ChangeBatch(PortalStore store) {
    this.store = store;
  }

  /** Adds a change, and first writes those before it if it cannot stand in one transaction. */
  public void add(Change change) {
    Key key = new Key(change.log(), change.primaryKey());
    boolean full = changes.size() == ITEMS || octets > OCTETS;
    boolean back = last == LogName.PORTAL && change.log() == LogName.MESH;
    if (full || back || keys.contains(key)) {
      write();
    }
    keys.add(key);
    last = change.log();
    changes.add(change);
    octets += change.text() == null ? 0 : change.text().length();
  }

  /** Writes what was gathered, in one transaction; nothing if there is nothing. */
  public void write() {
    if (changes.isEmpty()) {
      return;
    }
    store.transact(
        tx -> {
          changes.forEach(tx::put);
          return changes.size();
        });
    changes.clear();
    keys.clear();
    octets = 0;
  }
}
