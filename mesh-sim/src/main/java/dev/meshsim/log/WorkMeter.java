package dev.meshsim.log;

import java.util.concurrent.atomic.LongAdder;

/** Counters of a portal store's work, for {@link PortalStore#counts()}. */
public final class WorkMeter {

  /** Index entries or rows visited. */
  public final LongAdder lookups = new LongAdder();

  /** Records read back, from a cache too. */
  public final LongAdder recordsRead = new LongAdder();

  /** Octets read to get them; none for a cached record. */
  public final LongAdder octetsRead = new LongAdder();

  /** Octets written. */
  public final LongAdder octetsWritten = new LongAdder();

  /** Times the store waited for the disk. */
  public final LongAdder syncs = new LongAdder();

  /** Creates counters that are all zero. */
  public WorkMeter() {}

  /** The counts so far. */
  public WorkCount count() {
    return count(syncs.sum());
  }

  /** The counts so far, of a store that counts its syncs elsewhere. */
  public WorkCount count(long syncs) {
    return new WorkCount(
        lookups.sum(), recordsRead.sum(), octetsRead.sum(), octetsWritten.sum(), syncs);
  }
}
