package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The cosignatures of witnesses (C2SP tlog-cosignature, type 4): at that time, this was the largest
 * consistent tree of its origin that the witness had seen.
 */
public final class Cosignature {

  private Cosignature() {}

  /** The octets that a witness signs. */
  static Bytes message(String checkpoint, long seconds) {
    return Bytes.utf8("cosignature/v1\ntime " + seconds + "\n" + checkpoint);
  }

  /** The time at which a witness has signed a note; the signature must have been verified. */
  public static Optional<Instant> time(Note note, NoteKey witness) {
    return note.signatureOf(witness)
        .filter(line -> line.octets().length() == KeyType.COSIGNATURE.signatureOctets())
        .flatMap(line -> NoteKey.timeOf(line.octets()));
  }
}
