package dev.meshsim.profile.trust;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.profile.ProfileException;
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
    try (SecretBytes text = text(entry, secret)) {
      return EscrowedKeySet.fromJson(text, Dialect.of(entry.identifier()));
    }
  }

  /**
   * Opens an entry that need not hold all of a profile's keys.
   *
   * @throws ProfileException with code {@link ProfileException.Code#NO_KEY} if its secret cannot
   *     open it (see {@link #requireKey}); otherwise as {@link PrivateKeySet#read}
   * @throws MeshException if the secret is another one or the entry was altered
   */
  public static PrivateKeySet openKeys(OfflineEscrowEntry entry, SecretBytes secret) {
    requireKey(entry);
    try (SecretBytes text = text(entry, secret)) {
      return PrivateKeySet.read(text, Dialect.of(entry.identifier()));
    }
  }

  /**
   * Checks that the secret of an entry can open it. In {@link Dialect#PORTAL_2017} an entry without
   * recipients, as in 2016 and before, cannot be opened: it does not say how the key follows from
   * the secret.
   *
   * @throws ProfileException with code {@link ProfileException.Code#NO_KEY} otherwise
   */
  public static void requireKey(OfflineEscrowEntry entry) {
    if (Dialect.of(entry.identifier()) == Dialect.PORTAL_2017
        && entry.encryptedData().recipients().stream().allMatch(r -> r.header() == null)) {
      throw ProfileException.noKey();
    }
  }

  private static SecretBytes text(OfflineEscrowEntry entry, SecretBytes secret) {
    return Dialect.of(entry.identifier())
        .encryption()
        .open(entry.encryptedData(), secret, entry.identifier());
  }
}
