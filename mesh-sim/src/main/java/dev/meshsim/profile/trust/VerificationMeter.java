package dev.meshsim.profile.trust;

import java.util.concurrent.atomic.LongAdder;

/** The counters of a verifier's work. Thread-safe. */
final class VerificationMeter {

  final LongAdder signatures = new LongAdder();
  final LongAdder computed = new LongAdder();
  final LongAdder fingerprints = new LongAdder();
  final LongAdder octetsVerified = new LongAdder();
  final LongAdder octetsParsed = new LongAdder();

  VerificationWork count() {
    return new VerificationWork(
        signatures.sum(), fingerprints.sum(), octetsVerified.sum(), octetsParsed.sum());
  }
}
