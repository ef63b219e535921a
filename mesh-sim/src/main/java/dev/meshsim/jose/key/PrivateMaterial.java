package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Map;

/** The private numbers of a key pair and their operations. */
public abstract class PrivateMaterial {

  /** The public half. */
  public abstract PublicMaterial publicMaterial();

  /** A copy with secret octets of its own, which is cleared by itself; nothing is computed. */
  public abstract PrivateMaterial copy();

  /** The private JWK members in fixed order, each a copy of its octets that the caller clears. */
  public abstract Map<String, byte[]> privateMembers();

  /** The DER PrivateKeyInfo (RFC 5208), a copy that the caller clears. */
  public abstract byte[] pkcs8();

  /** Clears the secret octets, as far as Java allows. */
  public abstract void clear();

  /** Signs {@code input}; for signature keys only. {@code random} is read by PS512 only. */
  public byte[] sign(byte[] input, RandomStream random) {
    throw new IllegalStateException("this kind of key does not sign");
  }

  /**
   * The secret shared with the sender's ephemeral key; for agreement keys only. The caller clears
   * it.
   *
   * @throws JoseException.BadKey if {@code epk} is not a valid key of this kind
   */
  public byte[] agree(JwkMembers epk) {
    throw new IllegalStateException("this kind of key does not agree");
  }

  /**
   * Decrypts a content key; for RSA encryption keys only. The caller clears it.
   *
   * @throws JoseException.DecryptionFailed if that fails
   */
  public byte[] decryptKey(byte[] encrypted) {
    throw new IllegalStateException("this kind of key does not decrypt");
  }
}
