package dev.meshsim.machine;

import dev.meshsim.jose.PrivateJwk;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The private keys that a store holds in memory: copies of those that callers have put. A copy is
 * cleared when the commit that removes or replaces its record has succeeded.
 */
public final class HeldKeys {

  private HeldKeys() {}

  /**
   * Returns the record to hold: that of a key has a copy of the caller's key, or, if the store
   * holds an equal key, the key that it holds, so that callers can go on using it.
   *
   * @param old the record that is replaced, or null
   * @param copies receives the copy, if one was made
   * @throws IllegalStateException if the caller has cleared the key
   */
  public static MachineRecord copyOf(
      MachineRecord record, @Nullable MachineRecord old, List<PrivateJwk> copies) {
    if (!(record instanceof MachineRecord.Key key)) {
      return record;
    }
    PrivateJwk copy = key.jwk().copy();
    if (old instanceof MachineRecord.Key held && isSame(held.jwk(), copy)) {
      copy.close();
      return old;
    }
    copies.add(copy);
    return new MachineRecord.Key(key.udf(), copy);
  }

  /** True if both are one key pair; equal public parts suffice, since pairs are checked. */
  public static boolean isSame(PrivateJwk one, PrivateJwk other) {
    return one.spec() == other.spec() && one.publicJwk().equals(other.publicJwk());
  }

  /** Clears the held keys that no record has any more, and removes them from the list. */
  public static void clearAllBut(Collection<MachineRecord> records, List<PrivateJwk> held) {
    Set<PrivateJwk> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MachineRecord record : records) {
      if (record instanceof MachineRecord.Key key) {
        kept.add(key.jwk());
      }
    }
    for (Iterator<PrivateJwk> all = held.iterator(); all.hasNext(); ) {
      PrivateJwk key = all.next();
      if (!kept.contains(key)) {
        key.close();
        all.remove();
      }
    }
  }
}
