package dev.meshsim.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page request: time bounds, page size and the key of the page before.
 *
 * @param notBefore only records added at that time or later; null for no bound
 * @param before only records added earlier; null for no bound
 * @param maxItems the most records in a page, 1 or more
 * @param maxOctets the most octets of text in a page, 1 or more; a record over that size has a page
 *     of its own
 * @param pageKey the key that the page before gave, or null for the first page
 */
public record PageRequest(
    @Nullable Instant notBefore,
    @Nullable Instant before,
    int maxItems,
    long maxOctets,
    @Nullable String pageKey) {

  private static final PageRequest ALL =
      new PageRequest(null, null, Integer.MAX_VALUE, Long.MAX_VALUE, null);

  /** Checks the bounds. */
  public PageRequest {
    if (maxItems < 1 || maxOctets < 1) {
      throw new IllegalArgumentException(
          "a page has at least one item and one octet, not " + maxItems + " and " + maxOctets);
    }
  }

  /** Everything, in one page. */
  public static PageRequest all() {
    return ALL;
  }

  /** This request in pages of at most {@code items} records. */
  public PageRequest atMost(int items) {
    return new PageRequest(notBefore, before, items, maxOctets, pageKey);
  }

  /** This request in pages of at most {@code octets} octets of text. */
  public PageRequest atMostOctets(long octets) {
    return new PageRequest(notBefore, before, maxItems, octets, pageKey);
  }

  /** This request from {@code from} on and before {@code to}; null leaves a side open. */
  public PageRequest between(@Nullable Instant from, @Nullable Instant to) {
    return new PageRequest(from, to, maxItems, maxOctets, pageKey);
  }

  /** This request, continued after the page that gave {@code key}. */
  public PageRequest after(@Nullable String key) {
    return new PageRequest(notBefore, before, maxItems, maxOctets, key);
  }

  /** True if a record added at {@code time} is wanted. */
  public boolean holds(Instant time) {
    return (notBefore == null || !time.isBefore(notBefore))
        && (before == null || time.isBefore(before));
  }
}
