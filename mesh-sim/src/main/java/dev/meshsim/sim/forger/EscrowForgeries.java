package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/** Escrow entries in the place of others. */
final class EscrowForgeries {

  private static final int SECRET_BITS = 128;

  private EscrowForgeries() {}

  private static OfflineEscrowEntry entry(Rogue rogue) {
    try (Secret secret = Secret.random(SECRET_BITS, rogue.random())) {
      return entry(rogue, secret.identifier(Dialect.of(rogue.personal().udf()).udfFormat()));
    }
  }

  private static OfflineEscrowEntry entry(Rogue rogue, Udf identifier) {
    try (Secret secret = Secret.random(SECRET_BITS, rogue.random());
        SecretBytes octets = secret.bytes()) {
      return EscrowSeal.seal(
          new EscrowedKeySet(rogue.master(), List.of()), identifier, octets, rogue.random());
    }
  }

  private static Bytes published(
      Rogue rogue, OfflineEscrowEntry entry, RequestEnvelope.Signer signer) {
    return rogue.sealed(new PublishRequest(entry), rogue.account(), signer);
  }

  /** An entry that nobody publishes. */
  static Optional<Bytes> unsigned(Rogue rogue, Victims victims) {
    return Optional.of(rogue.plain(new PublishRequest(entry(rogue))));
  }

  /** An entry that its own profile has voided. */
  static Optional<Bytes> voided(Rogue rogue, Victims victims) {
    OfflineEscrowEntry entry = entry(rogue);
    rogue.send(published(rogue, entry, rogue.administrator()));
    RequestEnvelope.Signer voids = rogue.administrator().with(VoidedEscrow.all().header());
    rogue.send(published(rogue, entry(rogue), voids));
    return Optional.of(published(rogue, entry, rogue.administrator()));
  }

  /** An entry under the identifier of another one that is there. */
  static Optional<Bytes> inPlace(Rogue rogue, Victims victims) {
    OfflineEscrowEntry entry = entry(rogue);
    rogue.send(published(rogue, entry, rogue.administrator()));
    OfflineEscrowEntry other = entry(rogue, entry.identifier());
    return Optional.of(published(rogue, other, rogue.administrator()));
  }

  /** An entry under the identifier of somebody's application. */
  static Optional<Bytes> squatted(Rogue rogue, Victims victims) {
    OfflineEscrowEntry entry = entry(rogue, rogue.neighbour().application());
    return Optional.of(published(rogue, entry, rogue.administrator()));
  }
}
