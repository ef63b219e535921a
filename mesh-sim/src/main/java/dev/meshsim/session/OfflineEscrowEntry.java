package dev.meshsim.session;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;

/**
 * A profile's master keys, sealed under a new secret, and the shares of that secret (developer-08
 * section 6.6). The entry can be published; the shares are for people to keep.
 */
public final class OfflineEscrowEntry {

  /** The length of the secret, in bits. */
  public static final int SECRET_BITS = 128;

  private final dev.meshsim.profile.OfflineEscrowEntry sealed;
  private final List<KeyShare> keyShares;
  private final Udf profile;

  /**
   * Seals the master keys of {@code profile}.
   *
   * @param quorum how many shares recover the secret, 2 to {@code shares}
   * @param shares how many shares there are, up to 15
   * @throws MeshException if the quorum or the number of shares is out of range
   */
  public OfflineEscrowEntry(PersonalProfile profile, int quorum, int shares) {
    this(profile.machine(), Dialect.of(profile.udf()), profile.keys().escrowed(), quorum, shares);
  }

  OfflineEscrowEntry(
      MeshMachine machine, Dialect dialect, EscrowedKeySet keys, int quorum, int shares) {
    this.profile = dialect.fingerprint(keys.masterSignatureKey().publicJwk());
    try (Secret secret = Secret.random(SECRET_BITS, machine.stream("escrow:secret"));
        SecretBytes octets = secret.bytes()) {
      this.keyShares =
          secret.split(dialect.shareFormat(), quorum, shares, machine.stream("escrow:shares"));
      this.sealed =
          EscrowSeal.seal(
              keys, secret.identifier(dialect.udfFormat()), octets, machine.stream("escrow:seal"));
    }
  }

  /** The identifier: the fingerprint of the secret. */
  public Udf udf() {
    return sealed.identifier();
  }

  /** The identifier of the profile whose master keys it holds. */
  public Udf profile() {
    return profile;
  }

  /** The shares, in the order of their indexes. Each is a secret of its keeper. */
  public List<KeyShare> keyShares() {
    return keyShares;
  }

  /** The entry as it is published. */
  public dev.meshsim.profile.OfflineEscrowEntry sealed() {
    return sealed;
  }

  /** {@code OfflineEscrowEntry[identifier, n shares]}. */
  @Override
  public String toString() {
    return "OfflineEscrowEntry[" + udf() + ", " + keyShares.size() + " shares]";
  }
}
