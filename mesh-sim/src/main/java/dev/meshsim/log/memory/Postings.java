package dev.meshsim.log.memory;

import java.util.Arrays;

/** The keys that have a term now, ascending, and when that last changed. */
final class Postings {

  private int[] keys = new int[1];
  private int size;
  private int lastChange;

  /** The postings of one key, or of no key if it is negative. */
  static Postings of(int key, int lastChange) {
    Postings postings = new Postings();
    if (key >= 0) {
      postings.add(key, lastChange);
    }
    postings.lastChange = lastChange;
    return postings;
  }

  /** The number of the record that last added or removed a key. */
  int lastChange() {
    return lastChange;
  }

  int size() {
    return size;
  }

  int get(int position) {
    return keys[position];
  }

  /** The position of the first key that is {@code key} or later. */
  int from(int key) {
    int found = Arrays.binarySearch(keys, 0, size, key);
    return found >= 0 ? found : -found - 1;
  }

  void add(int key, int byRecord) {
    int at = from(key);
    if (at < size && keys[at] == key) {
      return;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + 1 + (size >> 1));
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    keys[at] = key;
    size++;
    lastChange = byRecord;
  }

  void remove(int key, int byRecord) {
    int at = from(key);
    if (at < size && keys[at] == key) {
      System.arraycopy(keys, at + 1, keys, at, size - at - 1);
      size--;
      lastChange = byRecord;
    }
  }
}
