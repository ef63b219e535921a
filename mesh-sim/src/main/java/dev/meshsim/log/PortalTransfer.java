package dev.meshsim.log;

import dev.meshsim.bytes.SecretBytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies a portal's records from one store to another: every version, in the order of commits, with
 * the numbers they have and in the transactions that wrote them. A copy that was interrupted is not
 * complete and is made again in a new place.
 */
public final class PortalTransfer {

  private static final PageRequest PAGE =
      PageRequest.all().atMost(500).atMostOctets(8L * 1024 * 1024);

  private PortalTransfer() {}

  /**
   * Copies everything, the portal's own keys too: the copy is the same portal.
   *
   * @param from a store that nobody writes to meanwhile
   * @param to an empty store
   * @return the number of records
   * @throws PortalStoreException if {@code to} is not empty or {@code from} lacks a record
   */
  public static long copy(PortalStore from, PortalStore to) {
    if (to.lastWrite().isPresent()) {
      throw PortalStoreException.transferNotEmpty();
    }
    Cursor mesh = new Cursor(from, LogName.MESH);
    Cursor portal = new Cursor(from, LogName.PORTAL);
    Batch batch = new Batch(to);
    long expected = 1;
    while (mesh.item() != null || portal.item() != null) {
      Cursor next = mesh.number() < portal.number() ? mesh : portal;
      if (next.number() != expected) {
        throw PortalStoreException.transferGap(expected, next.number());
      }
      batch.add(next.log, next.take());
      expected++;
    }
    batch.finish();
    copyKeys(from, to);
    return expected - 1;
  }

  private static void copyKeys(PortalStore from, PortalStore to) {
    Optional<SecretBytes> keys;
    try {
      keys = from.keys();
    } catch (PortalStoreException e) {
      if (e.errorCode() != PortalStoreException.Code.NO_KEYS) {
        throw e;
      }
      // A store of a kind that keeps no keys has none to copy.
      return;
    }
    if (keys.isPresent()) {
      try (SecretBytes secret = keys.get()) {
        to.putKeys(Optional.empty(), secret);
      }
    }
  }

  /** Walks through one log, a page at a time. */
  private static final class Cursor {

    private final PortalStore store;
    private final LogName log;
    private RecordPage page;
    private int at;

    Cursor(PortalStore store, LogName log) {
      this.store = store;
      this.log = log;
      this.page = store.scan(log, PAGE);
    }

    @Nullable DataItem item() {
      while (at == page.items().size() && page.nextPageKey() != null) {
        page = store.scan(log, PAGE.after(page.nextPageKey()));
        at = 0;
      }
      return at < page.items().size() ? page.items().get(at) : null;
    }

    long number() {
      DataItem item = item();
      return item == null ? Long.MAX_VALUE : item.number();
    }

    DataItem take() {
      return page.items().get(at++);
    }
  }

  /**
   * Transactions to be written together. A record begins a new transaction after a record that ends
   * one. It also does if its key is in the transaction already, or if a mesh record follows a
   * portal record: logs of other programs may lack the marks.
   */
  private static final class Batch {

    private record Key(LogName log, String primaryKey) {}

    private final PortalStore store;
    private final List<List<Change>> transactions = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();
    private List<Change> open = new ArrayList<>();
    private LogName last = LogName.MESH;
    private int records;
    private long octets;

    Batch(PortalStore store) {
      this.store = store;
    }

    void add(LogName log, DataItem item) {
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
      if (records >= PAGE.maxItems() || octets > PAGE.maxOctets()) {
        write();
      }
    }

    private void write() {
      store.load(transactions);
      transactions.clear();
      records = 0;
      octets = 0;
    }

    void finish() {
      if (!open.isEmpty()) {
        endTransaction();
      }
      write();
    }
  }
}
