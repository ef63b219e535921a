package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Map;

/** The private numbers of a key pair, and what can be done with them. */
public abstract class PrivateMaterial {

  public abstract PublicMaterial publicMaterial();

  /** The private JWK members in fixed order, each a copy that the caller clears. */
  public abstract Map<String, byte[]> privateMembers();

  /** The DER PrivateKeyInfo (RFC 5208), a copy that the caller clears. */
  public abstract byte[] pkcs8();

  /** Clears what can be cleared. */
  public abstract void clear();

  /** Signs {@code input}; for signing keys only. */
  public byte[] sign(byte[] input, RandomStream random) {
    throw new IllegalStateException("this kind of key does not sign");
  }

  /**
   * The secret shared with the sender's ephemeral key, which the caller clears; for agreement keys
   * only.
   */
  public byte[] agree(JwkMembers epk) {
    throw new IllegalStateException("this kind of key does not agree");
  }

  /** Decrypts a content key; for RSA encryption keys only. */
  public byte[] decryptKey(byte[] encrypted) {
    throw new IllegalStateException("this kind of key does not decrypt");
  }
}
