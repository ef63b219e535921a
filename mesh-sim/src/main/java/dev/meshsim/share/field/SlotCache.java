package dev.meshsim.share.field;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Remembers what was made for the keys asked for last. It stays small: what falls on the slot of
 * something older takes its place. Thread-safe; two threads may make the same value, which does no
 * harm. Keys are indexes of shares or what follows from them, and not secret.
 */
final class SlotCache<T> {

  private static final int SPREAD = 0x9E3779B1;

  private record Entry<T>(int key, T value) {}

  private final AtomicReferenceArray<Entry<T>> slots;
  private final int shift;
  private final IntFunction<T> maker;

  /** Makes a memory of 2^slotBits values. */
  SlotCache(int slotBits, IntFunction<T> maker) {
    this.slots = new AtomicReferenceArray<>(1 << slotBits);
    this.shift = Integer.SIZE - slotBits;
    this.maker = maker;
  }

  T get(int key) {
    int slot = (key * SPREAD) >>> shift;
    Entry<T> known = slots.getAcquire(slot);
    if (known != null && known.key == key) {
      return known.value;
    }
    T made = maker.apply(key);
    slots.setRelease(slot, new Entry<>(key, made));
    return made;
  }
}
