package dev.meshsim.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of many records are wanted, and how many at once.
 *
 * @param notBefore only records added then or later
 * @param before only records added earlier
 * @param maxItems at most so many in a page, 1 or more
 * @param maxOctets at most so many octets of text in a page, 1 or more; a page that would be empty
 *     for this alone has one record
 * @param pageKey where the page before ended, or null for the first
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

  /** The same in pages of at most {@code items} records. */
  public PageRequest atMost(int items) {
    return new PageRequest(notBefore, before, items, maxOctets, pageKey);
  }

  /** The same in pages of at most {@code octets} octets of text. */
  public PageRequest atMostOctets(long octets) {
    return new PageRequest(notBefore, before, maxItems, octets, pageKey);
  }

  /** The same, from {@code from} on and earlier than {@code to}; null leaves a side open. */
  public PageRequest between(@Nullable Instant from, @Nullable Instant to) {
    return new PageRequest(from, to, maxItems, maxOctets, pageKey);
  }

  /** The same, continued after the page that gave {@code key}. */
  public PageRequest after(@Nullable String key) {
    return new PageRequest(notBefore, before, maxItems, maxOctets, key);
  }

  /** True if a record added at {@code time} is wanted. */
  public boolean holds(Instant time) {
    return (notBefore == null || !time.isBefore(notBefore))
        && (before == null || time.isBefore(before));
  }
}
