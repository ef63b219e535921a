package dev.meshsim.share;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers what was computed for the sets of indexes seen last, in one field. It stays small: a
 * new set takes the place of an old one that falls on the same slot. Indexes are not secret.
 */
final class LagrangeCache {

  private static final int SLOT_BITS = 8;
  private static final int SPREAD = 0x9E3779B1;

  private final AtomicReferenceArray<Lagrange> slots = new AtomicReferenceArray<>(1 << SLOT_BITS);

  Lagrange get(PrimeField field, int indexes) {
    int slot = (indexes * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
    Lagrange known = slots.getAcquire(slot);
    if (known != null && known.indexes() == indexes) {
      return known;
    }
    Lagrange made = new Lagrange(field, indexes);
    slots.setRelease(slot, made);
    return made;
  }
}
