package dev.meshsim.store.h2;

import dev.meshsim.log.WorkCount;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the work of a portal store: rows looked up or walked over, records read, and the octets of
 * their terms and texts. A record that is remembered counts like one that is read, without octets.
 */
final class Meter {

  final LongAdder lookups = new LongAdder();
  final LongAdder recordsRead = new LongAdder();
  final LongAdder octetsRead = new LongAdder();
  final LongAdder octetsWritten = new LongAdder();

  WorkCount count(long syncs) {
    return new WorkCount(
        lookups.sum(), recordsRead.sum(), octetsRead.sum(), octetsWritten.sum(), syncs);
  }
}
