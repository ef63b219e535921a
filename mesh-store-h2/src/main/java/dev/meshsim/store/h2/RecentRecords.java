package dev.meshsim.store.h2;

import dev.meshsim.log.DataItem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read lately, by their numbers. A record never changes, so what is here is right
 * whatever is committed meanwhile; which record a reader may see is for {@link Visibility} to say.
 * Thread-safe.
 */
final class RecentRecords {

  /** Octets that a record takes besides its text, about. */
  private static final int ENTRY = 400;

  /** The part of the heap that may be taken. */
  private static final int SHARE = 8;

  /**
   * A record, and what it took to read it.
   *
   * @param octets of its text and terms in the database
   */
  record Kept(DataItem item, long octets) {}

  private final long half;
  private volatile Map<Long, Kept> young = new ConcurrentHashMap<>();
  private volatile Map<Long, Kept> old = new ConcurrentHashMap<>();
  private long octets;

  /** Keeps at most so many octets. */
  RecentRecords(long most) {
    this.half = Math.max(1, most / 2);
  }

  /** As many octets as the heap has room for. */
  static RecentRecords ofHeap() {
    return new RecentRecords(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** The record, or null if it is not here. */
  @Nullable Kept get(long number) {
    Kept found = young.get(number);
    return found == null ? old.get(number) : found;
  }

  /** Keeps a committed record; when it is full, what was kept longest ago goes. */
  synchronized void put(Kept kept) {
    if (young.putIfAbsent(kept.item().number(), kept) == null) {
      octets += ENTRY + kept.octets();
      if (octets > half) {
        old = young;
        young = new ConcurrentHashMap<>();
        octets = 0;
      }
    }
  }
}
