package dev.meshsim.reference;

import java.util.concurrent.atomic.LongAdder;

/** Counts a verification's work, from any thread. */
final class WorkMeter {

  final LongAdder octetsScanned = new LongAdder();
  final LongAdder octetsParsed = new LongAdder();
  final LongAdder signatures = new LongAdder();
  final LongAdder remembered = new LongAdder();

  VerifyWork count() {
    return new VerifyWork(
        octetsScanned.sum(), octetsParsed.sum(), signatures.sum(), remembered.sum());
  }
}
