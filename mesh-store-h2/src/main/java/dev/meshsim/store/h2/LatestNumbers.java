package dev.meshsim.store.h2;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Under which number the latest record of a key stands, for the keys that were asked for or written
 * lately. What is in it is right at the moment that {@link Visibility} says; a key that is not in
 * it may have records all the same. Reading is thread-safe, changing is for one thread at a time.
 */
final class LatestNumbers {

  /** Octets that an entry takes, about: its key with a name of some forty characters. */
  private static final int ENTRY = 200;

  /** The part of the heap that may be taken. */
  private static final int SHARE = 16;

  private final int half;
  private volatile Map<LogKey, Long> young = new ConcurrentHashMap<>();
  private volatile Map<LogKey, Long> old = new ConcurrentHashMap<>();

  /** Keeps at most so many keys. */
  LatestNumbers(int most) {
    this.half = Math.max(1, most / 2);
  }

  /** As many keys as the heap has room for. */
  static LatestNumbers ofHeap() {
    long most = Runtime.getRuntime().maxMemory() / SHARE / ENTRY;
    return new LatestNumbers((int) Math.min(most, Integer.MAX_VALUE));
  }

  /** The number, or 0 if it is not known here. */
  long get(LogKey key) {
    Long number = young.get(key);
    if (number == null) {
      number = old.get(key);
    }
    return number == null ? 0 : number;
  }

  /** Takes note; when it is full, what was noted longest ago goes. */
  void put(LogKey key, long number) {
    if (young.size() >= half && !young.containsKey(key)) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(key, number);
  }

  /** Forgets a key. */
  void remove(LogKey key) {
    young.remove(key);
    old.remove(key);
  }
}
