package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import tools.jackson.databind.node.ObjectNode;

/** The checked numbers of a public key and their operations. */
public abstract class PublicMaterial implements Verifier {

  /** Adds the key's members, for example {@code crv} and {@code x}, in fixed order. */
  public abstract void writeTo(ObjectNode jwk);

  /** The DER SubjectPublicKeyInfo (RFC 5280 4.1). */
  public abstract byte[] spki();

  /**
   * The DER RSAPublicKey (RFC 8017 A.1.1).
   *
   * @throws JoseException.BadKey if this is not an RSA key
   */
  public byte[] pkcs1() {
    throw new JoseException.BadKey(
        "only an RSA key has a PKCS #1 form", "use a key of the suite RSA-2048-SHA1");
  }

  /** Verifies a signature; for signature keys only. */
  @Override
  public boolean verify(byte[] input, byte[] signature) {
    throw new IllegalStateException("this kind of key does not sign");
  }

  /**
   * Agrees with a new ephemeral key; for agreement keys only.
   *
   * @throws JoseException.BadKey if this key is of small order
   */
  public Agreement agree(RandomStream random) {
    throw new IllegalStateException("this kind of key does not agree");
  }

  /** Encrypts a content key; for RSA encryption keys only. */
  public byte[] encryptKey(byte[] contentKey, RandomStream random) {
    throw new IllegalStateException("this kind of key does not encrypt");
  }

  /**
   * The result of an agreement.
   *
   * @param shared the shared secret, which the caller clears
   * @param epk the ephemeral public key, in the form of the header member {@code epk}
   */
  public record Agreement(byte[] shared, ObjectNode epk) {}
}
