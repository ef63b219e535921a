package dev.meshsim.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Hkdf;
import dev.meshsim.jose.Jwe;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.nio.charset.StandardCharsets;

/**
 * Seals a key set into an escrow entry and opens it again. The content is AES-256-GCM (a JWE with
 * algorithm {@code dir}) under HKDF-SHA-512 (RFC 5869) of the shared secret, with no salt and the
 * info {@code "mesh-sim offline escrow v1:"} followed by the entry's identifier; the identifier is
 * also the {@code kid} in the protected header and so authenticated.
 */
public final class EscrowSeal {

  private static final String INFO = "mesh-sim offline escrow v1:";
  private static final int KEY_OCTETS = 32;

  private EscrowSeal() {}

  /**
   * Seals {@code keys} under {@code secret}.
   *
   * @param identifier the fingerprint of the secret
   */
  public static OfflineEscrowEntry seal(
      EscrowedKeySet keys, Udf identifier, SecretBytes secret, RandomStream random) {
    try (SecretBytes key = key(secret, identifier);
        SecretBytes text = keys.toJson()) {
      return new OfflineEscrowEntry(
          identifier, Jwe.encryptDirect(text, key, identifier.text(), random));
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws MeshException if the secret is another one or the entry was altered
   */
  public static EscrowedKeySet open(OfflineEscrowEntry entry, SecretBytes secret) {
    String identifier = entry.identifier().text();
    try (SecretBytes key = key(secret, entry.identifier());
        SecretBytes text = Jwe.decryptDirect(entry.encryptedData(), identifier, key)) {
      return EscrowedKeySet.fromJson(text);
    }
  }

  private static SecretBytes key(SecretBytes secret, Udf identifier) {
    byte[] info = (INFO + identifier.text()).getBytes(StandardCharsets.UTF_8);
    return Hkdf.sha512(secret, new byte[0], info, KEY_OCTETS);
  }
}
