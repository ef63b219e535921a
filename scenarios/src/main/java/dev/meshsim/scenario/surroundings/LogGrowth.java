package dev.meshsim.scenario.surroundings;

import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.peer.PeerHead;
import java.util.List;

/** The growth of the portals' logs by the steps of a scenario. */
public final class LogGrowth {

  private long before;

  /** Nothing is written yet. */
  public LogGrowth() {}

  /** A store begins, with records that no step has written. */
  public void begins(PortalStore store) {
    before -= store.counts().octetsWritten();
  }

  /** A store is closed; what was written to it stays written. */
  public void ends(PortalStore store) {
    before += store.counts().octetsWritten();
  }

  /**
   * A number that grows with what is written: octets since the scenario began; of portals that make
   * checkpoints the number of the records that steps make, since any request may write another.
   */
  public long of(List<PortalStore> stores, boolean makeCheckpoints) {
    if (makeCheckpoints) {
      return stores.stream()
          .flatMap(store -> store.keysAfter(0, Integer.MAX_VALUE).stream())
          .filter(key -> !MapHead.is(key.log(), key.primaryKey()))
          .filter(key -> !PeerHead.is(key.log(), key.primaryKey()))
          .count();
    }
    return before + stores.stream().mapToLong(store -> store.counts().octetsWritten()).sum();
  }
}
