package dev.meshsim.log;

import java.util.concurrent.atomic.LongAdder;

/** Counts a store's work. */
final class WorkMeter {

  final LongAdder lookups = new LongAdder();
  final LongAdder recordsRead = new LongAdder();
  final LongAdder octetsRead = new LongAdder();
  final LongAdder octetsWritten = new LongAdder();
  final LongAdder syncs = new LongAdder();

  WorkCount count() {
    return new WorkCount(
        lookups.sum(), recordsRead.sum(), octetsRead.sum(), octetsWritten.sum(), syncs.sum());
  }
}
