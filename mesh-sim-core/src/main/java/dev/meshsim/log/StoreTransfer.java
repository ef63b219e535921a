package dev.meshsim.log;

import org.jspecify.annotations.Nullable;

/**
 * Copies a portal's records from one store to another: every version, in the order of commits, with
 * the numbers they have. A copy that was interrupted is not complete and is made again in a new
 * place.
 */
public final class StoreTransfer {

  private static final Range PAGE = Range.all().atMost(500).atMostOctets(8L * 1024 * 1024);

  private StoreTransfer() {}

  /**
   * Copies everything.
   *
   * @param from nobody writes to it meanwhile
   * @param to an empty store
   * @return the number of records
   * @throws StoreTransferException if {@code to} is not empty or {@code from} lacks a record
   */
  public static long copy(PortalStore from, PortalStore to) {
    if (to.lastWrite().isPresent()) {
      throw StoreTransferException.notEmpty();
    }
    Cursor mesh = new Cursor(from, LogName.MESH);
    Cursor portal = new Cursor(from, LogName.PORTAL);
    ChangeBatch batch = new ChangeBatch(to);
    long expected = 1;
    while (mesh.item() != null || portal.item() != null) {
      Cursor next = mesh.number() < portal.number() ? mesh : portal;
      if (next.number() != expected) {
        throw StoreTransferException.gap(expected, next.number());
      }
      batch.add(next.take());
      expected++;
    }
    batch.write();
    return expected - 1;
  }

  /** Walks through one log, a page at a time. */
  private static final class Cursor {

    private final PortalStore store;
    private final LogName log;
    private Page page;
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

    Change take() {
      DataItem item = page.items().get(at++);
      return new Change(
          log, item.action(), item.primaryKey(), item.keys(), item.text(), item.added());
    }
  }
}
