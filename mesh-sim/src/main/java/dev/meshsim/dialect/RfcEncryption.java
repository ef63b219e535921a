package dev.meshsim.dialect;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.cipher.Hkdf;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The encryption of the {@code mesh} dialect: RFC 7516.
 *
 * <p>Under a shared secret the message is a JWE with algorithm {@code dir} and AES-256-GCM. Its key
 * of 32 octets is derived from the secret with HKDF-SHA-512 (RFC 5869), without salt, with the info
 * {@code "mesh-sim offline escrow v1:"} followed by the identifier. The identifier is also the
 * {@code kid} in the protected header and so is authenticated.
 */
final class RfcEncryption implements Encryption {

  private static final String INFO = "mesh-sim offline escrow v1:";
  private static final int KEY_OCTETS = 32;

  @Override
  public JsonWebEncryption encrypt(
      SecretBytes plaintext, List<Jwe.Recipient> recipients, RandomStream random) {
    return Jwe.encrypt(plaintext, recipients, random);
  }

  @Override
  public SecretBytes decrypt(JsonWebEncryption message, Udf kid, PrivateJwk key) {
    return Jwe.decrypt(message, kid.text(), key);
  }

  @Override
  public JsonWebEncryption seal(
      SecretBytes plaintext, SecretBytes secret, Udf identifier, RandomStream random) {
    try (SecretBytes key = key(secret, identifier)) {
      return Jwe.encryptDirect(plaintext, key, identifier.text(), random);
    }
  }

  @Override
  public SecretBytes open(JsonWebEncryption message, SecretBytes secret, Udf identifier) {
    try (SecretBytes key = key(secret, identifier)) {
      return Jwe.decryptDirect(message, identifier.text(), key);
    }
  }

  private static SecretBytes key(SecretBytes secret, Udf identifier) {
    byte[] info = (INFO + identifier.text()).getBytes(StandardCharsets.UTF_8);
    return Hkdf.sha512(secret, new byte[0], info, KEY_OCTETS);
  }
}
