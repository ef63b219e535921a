package dev.meshsim.store.h2.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of the latest records of recently used keys. An entry is valid at the moment of
 * {@link SnapshotClock}; a key without an entry may have records. Reading is thread-safe, changing
 * is for one thread at a time.
 */
final class LatestRecords {

  /** The cache may fill the heap divided by this number. */
  private static final int SHARE = 8;

  private final long half;
  private volatile Map<LogKey, LatestRecord> young = new ConcurrentHashMap<>();
  private volatile Map<LogKey, LatestRecord> old = new ConcurrentHashMap<>();
  private long youngOctets;

  /** A cache of at most this many octets, by {@link LatestRecord#octets}. */
  LatestRecords(long most) {
    this.half = most / 2;
  }

  /** A cache in proportion to the heap. */
  static LatestRecords ofHeap() {
    return new LatestRecords(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** The entry of a key, or null. */
  @Nullable LatestRecord get(LogKey key) {
    LatestRecord latest = young.get(key);
    return latest == null ? old.get(key) : latest;
  }

  /** Adds an entry; when the cache is full, the oldest entries are evicted. */
  void put(LogKey key, LatestRecord latest) {
    LatestRecord before = young.put(key, latest);
    youngOctets += latest.octets() - (before == null ? 0 : before.octets());
    if (youngOctets > half) {
      old = young;
      young = new ConcurrentHashMap<>();
      youngOctets = 0;
    }
  }
}
