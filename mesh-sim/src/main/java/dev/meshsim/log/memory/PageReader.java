package dev.meshsim.log.memory;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStoreException;
import dev.meshsim.log.RecordPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills one page from candidates, within the bounds of a range. */
final class PageReader {

  /**
   * A record that may come into the page.
   *
   * @param order its position in the result; the page key of a page that begins with it
   * @param number the record
   */
  record Candidate(long order, int number) {}

  private final RecordStorage keeper;
  private final PageRequest range;
  private final long start;
  private final List<DataItem> items = new ArrayList<>();
  private long octets;
  private @Nullable String next;

  PageReader(RecordStorage keeper, PageRequest range) {
    this.keeper = keeper;
    this.range = range;
    this.start = parse(range.pageKey());
  }

  /** The order of the first requested candidate. */
  long start() {
    return start;
  }

  /** Adds candidates, in order, until the page is full. */
  void read(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (items.size() == range.maxItems()) {
        next = Long.toString(candidate.order());
        return;
      }
      DataItem item = keeper.read(candidate.number());
      long size = item.text() == null ? 0 : item.text().length();
      if (!items.isEmpty() && size > range.maxOctets() - octets) {
        next = Long.toString(candidate.order());
        return;
      }
      octets += size;
      items.add(item);
    }
  }

  RecordPage done() {
    return new RecordPage(items, next);
  }

  private static long parse(@Nullable String pageKey) {
    if (pageKey == null) {
      return 0;
    }
    boolean digits =
        !pageKey.isEmpty()
            && pageKey.length() <= 18
            && pageKey.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      throw PortalStoreException.badPageKey(pageKey);
    }
    return Long.parseLong(pageKey);
  }
}
