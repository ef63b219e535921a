package dev.meshsim.portal.service;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.TransferResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The records of one person's entries, merged in the order they were written, a page at a time. Its
 * page key is the identifier of the last record of the page. Each entry is read in small pages, so
 * a page costs the same however many versions the entries have.
 */
final class OwnRecords {

  private static final int AHEAD = 16;
  private static final int AHEAD_OCTETS = 64 * 1024;

  private final PortalStore.Transaction tx;
  private final PageRequest range;

  private OwnRecords(PortalStore.Transaction tx, PageRequest range) {
    this.tx = tx;
    this.range = range;
  }

  /**
   * Reads a page.
   *
   * @param keys the primary keys of the entries
   * @param range time bounds, the size of the page and the key of the page before
   */
  static TransferResponse page(PortalStore.Transaction tx, List<String> keys, PageRequest range) {
    return new OwnRecords(tx, range).read(keys, afterNumber(range.pageKey()));
  }

  private TransferResponse read(List<String> keys, long after) {
    PriorityQueue<Versions> next = new PriorityQueue<>(Comparator.comparingLong(Versions::number));
    for (String key : keys) {
      Versions versions = new Versions(key, after);
      if (!versions.ahead.isEmpty()) {
        next.add(versions);
      }
    }
    List<DataItem> page = new ArrayList<>();
    long octets = 0;
    while (!next.isEmpty()) {
      Versions versions = next.remove();
      DataItem item = versions.ahead.getFirst();
      octets += Entries.text(item).length();
      boolean full = page.size() == range.maxItems() || octets > range.maxOctets();
      if (full && !page.isEmpty()) {
        return response(page, page.get(page.size() - 1).transactionId());
      }
      page.add(item);
      if (versions.moveOn()) {
        next.add(versions);
      }
    }
    return response(page, null);
  }

  private static TransferResponse response(List<DataItem> page, @Nullable String pageKey) {
    return new TransferResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, page, pageKey);
  }

  static long afterNumber(@Nullable String pageKey) {
    if (pageKey == null) {
      return 0;
    }
    if (!pageKey.matches("TID:[0-9]{1,18}")) {
      throw Refusal.bad("the PageKey is not one that this portal gave");
    }
    return Long.parseLong(pageKey.substring(DataItem.PREFIX.length()));
  }

  /** The versions of one entry; those read ahead, in order. */
  private final class Versions {

    private final String key;
    private final Deque<DataItem> ahead = new ArrayDeque<>();
    private @Nullable String pageKey;

    Versions(String key, long after) {
      this.key = key;
      this.pageKey = Long.toString(after + 1);
      readAhead();
    }

    long number() {
      return ahead.getFirst().number();
    }

    /** Drops the first version; false if it was the last. */
    boolean moveOn() {
      ahead.removeFirst();
      if (ahead.isEmpty() && pageKey != null) {
        readAhead();
      }
      return !ahead.isEmpty();
    }

    private void readAhead() {
      PageRequest few =
          PageRequest.all()
              .between(range.notBefore(), range.before())
              .atMost(AHEAD)
              .atMostOctets(AHEAD_OCTETS)
              .after(pageKey);
      RecordPage found = tx.versions(LogName.MESH, key, few);
      ahead.addAll(found.items());
      pageKey = found.nextPageKey();
    }
  }
}
