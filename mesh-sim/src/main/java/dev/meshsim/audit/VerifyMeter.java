package dev.meshsim.audit;

import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.bytes.Bytes;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts a verification's work, from any thread. */
final class VerifyMeter {

  final LongAdder octetsScanned = new LongAdder();
  public final LongAdder octetsParsed = new LongAdder();
  final LongAdder signatures = new LongAdder();
  final LongAdder remembered = new LongAdder();

  private final BiConsumer<KeyFact, Bytes> witness;

  VerifyMeter() {
    this((key, payload) -> {});
  }

  /**
   * A meter.
   *
   * @param witness told of each payload that is found verified and by which key, from any thread
   */
  VerifyMeter(BiConsumer<KeyFact, Bytes> witness) {
    this.witness = witness;
  }

  /** A signature by a key that has the role is good. */
  void verified(KeyFact key, SignedForm form) {
    witness.accept(key, form.signed().payload());
  }

  VerifyWork count() {
    return new VerifyWork(
        octetsScanned.sum(), octetsParsed.sum(), signatures.sum(), remembered.sum());
  }
}
