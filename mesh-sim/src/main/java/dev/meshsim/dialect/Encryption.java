package dev.meshsim.dialect;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.List;

/** Encrypts and decrypts. */
public interface Encryption {

  /**
   * Encrypts once, and the key to each recipient.
   *
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect does not encrypt to such a key
   */
  JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Jwe.Recipient> recipients, RandomStream random);

  /**
   * Decrypts for the recipient with this fingerprint. In {@link Dialect#PORTAL_2017} nothing
   * authenticates the content: verify what is around it first.
   *
   * @throws JoseException if the message is not for this key, or was altered and that shows
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
   * Decrypts what {@link #seal} made.
   *
   * @throws JoseException if the secret is another one, or the message was altered and that shows
   */
  SecretBytes open(JsonWebEncryption message, SecretBytes secret, Udf identifier);
}
