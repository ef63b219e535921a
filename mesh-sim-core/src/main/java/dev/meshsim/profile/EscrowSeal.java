package dev.meshsim.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;

/**
 * Seals a key set into an escrow entry and opens it again, in the dialect of the entry's
 * identifier; see {@link dev.meshsim.dialect.Encryption#seal}.
 */
public final class EscrowSeal {

  private EscrowSeal() {}

  /**
   * Seals {@code keys} under {@code secret}.
   *
   * @param identifier the fingerprint of the secret
   */
  public static OfflineEscrowEntry seal(
      EscrowedKeySet keys, Udf identifier, SecretBytes secret, RandomStream random) {
    Dialect dialect = Dialect.of(identifier);
    try (SecretBytes text = keys.toJson(dialect)) {
      return new OfflineEscrowEntry(
          identifier, dialect.encryption().seal(text, secret, identifier, random));
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws MeshException if the secret is another one or the entry was altered
   */
  public static EscrowedKeySet open(OfflineEscrowEntry entry, SecretBytes secret) {
    Dialect dialect = Dialect.of(entry.identifier());
    try (SecretBytes text =
        dialect.encryption().open(entry.encryptedData(), secret, entry.identifier())) {
      return EscrowedKeySet.fromJson(text, dialect);
    }
  }
}
