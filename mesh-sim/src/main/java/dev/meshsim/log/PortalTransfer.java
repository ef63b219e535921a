package dev.meshsim.log;

import dev.meshsim.bytes.SecretBytes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies a portal's records from one store to another: every version, in the order of commits, with
 * the numbers they have and in the transactions that wrote them. A copy that was interrupted is not
 * complete and is made again in a new place.
 */
public final class PortalTransfer {

  private static final PageRequest PAGE =
      PageRequest.all().atMost(RecordLoader.RECORDS).atMostOctets(RecordLoader.OCTETS);

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
    RecordLoader loader = new RecordLoader(to);
    long expected = 1;
    while (mesh.item() != null || portal.item() != null) {
      Cursor next = mesh.number() < portal.number() ? mesh : portal;
      if (next.number() != expected) {
        throw PortalStoreException.transferGap(expected, next.number());
      }
      loader.add(next.log, next.take());
      expected++;
    }
    loader.finish();
    copyKeys(from, to);
    return expected - 1;
  }

  /**
   * Appends the records of the mesh log after a number to a store that has others, each in a
   * transaction of its own.
   *
   * @param after the number in {@code from}; 0 for all
   * @return the number of the last record that {@code from} has in either log, or {@code after}
   */
  public static long append(PortalStore from, long after, PortalStore to) {
    RecordLoader loader = new RecordLoader(to);
    long last = after;
    List<RecordKey> keys = from.keysAfter(last, RecordLoader.RECORDS);
    while (!keys.isEmpty()) {
      for (RecordKey key : keys) {
        from.record(LogName.MESH, key.number())
            .ifPresent(
                item -> {
                  loader.add(LogName.MESH, item);
                  loader.finish();
                });
        last = key.number();
      }
      keys = from.keysAfter(last, RecordLoader.RECORDS);
    }
    return last;
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
}
