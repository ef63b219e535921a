package dev.meshsim.store.h2.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest records of the keys that were asked for or written lately. What is in it is right at
 * the moment that {@link SnapshotClock} says; a key that is not in it may have records all the
 * same. Reading is thread-safe, changing is for one thread at a time.
 */
final class LatestRecords {

  /** The part of the heap that may be taken. */
  private static final int SHARE = 8;

  private final long half;
  private volatile Map<LogKey, LatestRecord> young = new ConcurrentHashMap<>();
  private volatile Map<LogKey, LatestRecord> old = new ConcurrentHashMap<>();
  private long youngOctets;

  /** Keeps at most so many octets, by {@link LatestRecord#octets}. */
  LatestRecords(long most) {
    this.half = most / 2;
  }

  /** As much as the heap has room for. */
  static LatestRecords ofHeap() {
    return new LatestRecords(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** What is known of a key here. */
  @Nullable LatestRecord get(LogKey key) {
    LatestRecord latest = young.get(key);
    return latest == null ? old.get(key) : latest;
  }

  /** Takes note; when it is full, what was noted longest ago goes. */
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
