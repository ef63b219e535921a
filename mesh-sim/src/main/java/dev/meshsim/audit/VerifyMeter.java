package dev.meshsim.audit;

import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.bytes.Bytes;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** A counter of a verification's work. Thread-safe. */
final class VerifyMeter {

  final LongAdder octetsScanned = new LongAdder();
  final LongAdder octetsParsed = new LongAdder();
  final LongAdder signatures = new LongAdder();
  final LongAdder remembered = new LongAdder();

  private final BiConsumer<KeyFact, Bytes> witness;

  VerifyMeter() {
    this((key, payload) -> {});
  }

  /**
   * A meter that also reports each verified payload.
   *
   * @param witness receives the key and the payload of each valid signature, from any thread
   */
  VerifyMeter(BiConsumer<KeyFact, Bytes> witness) {
    this.witness = witness;
  }

  /** Reports a valid signature by a key that has the role. */
  void verified(KeyFact key, SignedForm form) {
    witness.accept(key, form.signed().payload());
  }

  VerifyWork count() {
    return new VerifyWork(
        octetsScanned.sum(), octetsParsed.sum(), signatures.sum(), remembered.sum());
  }
}
