package dev.meshsim.dialect;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.Jwe2017;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.List;

/** The encryption of the {@code portal-2017} dialect; see {@link Jwe2017}. */
final class Portal2017Encryption implements Encryption {

  @Override
  public JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Jwe.Recipient> recipients, RandomStream random) {
    return Jwe2017.encrypt(plaintext, recipients, random);
  }

  @Override
  public SecretBytes decrypt(JsonWebEncryption message, Udf kid, PrivateJwk key) {
    return Jwe2017.decrypt(message, kid.text(), key);
  }

  @Override
  public JsonWebEncryption seal(
      SecretBytes plaintext, SecretBytes secret, Udf identifier, RandomStream random) {
    return Jwe2017.encryptUnderSecret(plaintext, secret, identifier.text(), random);
  }

  @Override
  public SecretBytes open(JsonWebEncryption message, SecretBytes secret, Udf identifier) {
    return Jwe2017.decryptUnderSecret(message, secret, identifier.text());
  }
}
