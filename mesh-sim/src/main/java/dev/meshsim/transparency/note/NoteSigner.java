package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** A private key with its name, which signs notes. Signatures of Ed25519 draw nothing. */
public final class NoteSigner {

  private final NoteKey key;
  private final PrivateJwk secret;
  private final RandomStream random;

  /**
   * Signs with a key.
   *
   * @param name the name of the key; of a log it is the origin
   * @param secret an Ed25519 key, which stays the caller's
   */
  public NoteSigner(String name, KeyType type, PrivateJwk secret, RandomStream random) {
    this.key = NoteKey.of(name, type, secret.publicJwk());
    this.secret = secret;
    this.random = random;
  }

  /** The public key. */
  public NoteKey key() {
    return key;
  }

  /** A note with one signature; the text ends with a line feed. */
  public Note sign(String text) {
    if (key.type() != KeyType.ED25519) {
      throw new IllegalStateException("a witness cosigns");
    }
    return new Note(text, List.of(line(secret.signature(Bytes.utf8(text), random))));
  }

  /** The signature line of a witness, with a time. */
  public NoteSignature cosign(String text, Instant time) {
    if (key.type() != KeyType.COSIGNATURE || time.getEpochSecond() <= 0) {
      throw new IllegalStateException("a key for cosignatures and a time after 1970");
    }
    Bytes bare = secret.signature(Cosignature.message(text, time.getEpochSecond()), random);
    ByteBuffer octets = ByteBuffer.allocate(Long.BYTES + bare.length());
    octets.putLong(time.getEpochSecond()).put(bare.toArray());
    return line(Bytes.of(octets.array()));
  }

  private NoteSignature line(Bytes octets) {
    return new NoteSignature(key.name(), key.id(), octets);
  }
}
