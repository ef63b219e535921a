package dev.meshsim.share.field;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * A cache of fixed size: a new value replaces the older value in its slot. Thread-safe; two threads
 * may compute one value at the same time, which is harmless. Keys are derived from share indexes
 * and are not secret.
 */
final class SlotCache<T> {

  /** The multiplier of Fibonacci hashing: 2^32 divided by the golden ratio. */
  private static final int SPREAD = 0x9E3779B1;

  private record Entry<T>(int key, T value) {}

  private final AtomicReferenceArray<Entry<T>> slots;
  private final int shift;
  private final IntFunction<T> maker;

  /** Makes a cache of 2^slotBits slots. */
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
