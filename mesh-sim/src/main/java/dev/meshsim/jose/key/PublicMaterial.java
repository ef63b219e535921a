package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import tools.jackson.databind.node.ObjectNode;

/** The checked numbers of a public key, and what can be done with them. */
public abstract class PublicMaterial implements Verifier {

  /** Adds the members that hold the key, {@code crv} and {@code x} for example, in fixed order. */
  public abstract void writeTo(ObjectNode jwk);

  /** The DER SubjectPublicKeyInfo (RFC 5280 4.1). */
  public abstract byte[] spki();

  /** The DER RSAPublicKey (RFC 8017 A.1.1); for RSA keys only. */
  public byte[] pkcs1() {
    throw new JoseException.BadKey(
        "only an RSA key has a PKCS #1 form", "use a key of the suite RSA-2048-SHA1");
  }

  /** For signing keys only. */
  @Override
  public boolean verify(byte[] input, byte[] signature) {
    throw new IllegalStateException("this kind of key does not sign");
  }

  /** Agrees with a new ephemeral key; for agreement keys only. */
  public Agreement agree(RandomStream random) {
    throw new IllegalStateException("this kind of key does not agree");
  }

  /** Encrypts a content key; for RSA encryption keys only. */
  public byte[] encryptKey(byte[] contentKey, RandomStream random) {
    throw new IllegalStateException("this kind of key does not encrypt");
  }

  /**
   * What an agreement gives: the shared secret, which the caller clears, and the ephemeral public
   * key as the {@code epk} header member holds it.
   */
  public record Agreement(byte[] shared, ObjectNode epk) {}
}
