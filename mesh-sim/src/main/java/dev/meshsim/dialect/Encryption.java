package dev.meshsim.dialect;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.List;

/** The encryption format of a dialect. */
public interface Encryption {

  /**
   * Encrypts {@code plaintext} under a fresh content key, and that key to each recipient.
   *
   * @param recipients at least one
   * @param random the source of the content key, the initialization vector and all ephemeral keys
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect does not encrypt to such a key
   */
  JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Jwe.Recipient> recipients, RandomStream random);

  /**
   * Decrypts for the recipient with this fingerprint. In {@link Dialect#PORTAL_2017} the content is
   * not authenticated: verify the signature around the message first.
   *
   * @param kid the fingerprint of {@code key}
   * @throws JoseException if the message is not for this key or was altered; in {@link
   *     Dialect#PORTAL_2017} not every alteration is detected
   */
  SecretBytes decrypt(JsonWebEncryption message, Udf kid, PrivateJwk key);

  /**
   * Encrypts under a shared secret.
   *
   * @param identifier the secret's fingerprint
   */
  JsonWebEncryption seal(
      SecretBytes plaintext, SecretBytes secret, Udf identifier, RandomStream random);

  /**
   * Decrypts a message made by {@link #seal}.
   *
   * @throws JoseException if the secret is another one or the message was altered; in {@link
   *     Dialect#PORTAL_2017} not every alteration is detected
   */
  SecretBytes open(JsonWebEncryption message, SecretBytes secret, Udf identifier);
}
