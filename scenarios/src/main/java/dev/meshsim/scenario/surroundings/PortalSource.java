package dev.meshsim.scenario.surroundings;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.scenario.recording.RecordedCopy;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The store of a portal, of which branches are made while its disk is left alone.
 *
 * @param number the number of the portal, counted from 1
 * @param store gives the store that it has now
 */
public record PortalSource(Surroundings surroundings, int number, Supplier<PortalStore> store)
    implements RecordedCopy.Source {

  @Override
  public long copy(PortalStore to) {
    return beside(() -> PortalTransfer.copy(store.get(), to));
  }

  @Override
  public long append(long after, PortalStore to) {
    return beside(() -> PortalTransfer.append(store.get(), after, to));
  }

  private long beside(LongSupplier work) {
    long[] done = new long[1];
    surroundings.besidePortal(number, () -> done[0] = work.getAsLong());
    return done[0];
  }
}
