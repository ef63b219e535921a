package dev.meshsim.session;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.function.Function;

/** Finds a profile's master signature key: on this machine, or in its escrow entry. */
interface MasterKeySource {

  /**
   * Runs {@code work} with the master signature key of a profile. Nothing is stored.
   *
   * @throws AdministrationException {@code session.master-key-needed} if the machine does not have
   *     it; SessionException {@code session.other-profile} if an escrow entry holds that of another
   *     profile
   */
  <T> T with(PersonalSession session, SessionContext context, Function<PrivateJwk, T> work);

  /** The key on this machine, which the machine keeps owning. */
  static MasterKeySource ofMachine() {
    return new MasterKeySource() {
      @Override
      public <T> T with(
          PersonalSession session, SessionContext context, Function<PrivateJwk, T> work) {
        return work.apply(
            context
                .machine()
                .findPrivateKey(session.udf())
                .orElseThrow(
                    () ->
                        AdministrationException.masterKeyNeeded(
                            context.machine().name(), session.udf())));
      }
    };
  }

  /** The key in the escrow entry of a secret; it is cleared after the work. */
  static MasterKeySource ofShares(Secret secret) {
    return new MasterKeySource() {
      @Override
      public <T> T with(
          PersonalSession session, SessionContext context, Function<PrivateJwk, T> work) {
        try (EscrowedKeySet keys = open(context, session.client(), secret)) {
          Udf escrowed = context.dialect().fingerprint(keys.masterSignatureKey().publicJwk());
          if (!escrowed.equals(session.udf())) {
            throw SessionException.otherProfile(escrowed, session.udf());
          }
          return work.apply(keys.masterSignatureKey());
        }
      }
    };
  }

  /**
   * Fetches the escrow entry of a secret and opens it; the caller closes the keys.
   *
   * @throws AdministrationException {@code session.escrow-altered} if the entry does not open
   */
  static EscrowedKeySet open(SessionContext context, MeshClient client, Secret secret) {
    OfflineEscrowEntry entry = client.escrowEntry(secret.identifier(context.dialect().udfFormat()));
    try (SecretBytes octets = secret.bytes()) {
      return EscrowSeal.open(entry, octets);
    } catch (MeshException e) {
      throw AdministrationException.escrowAltered(entry.identifier(), e);
    }
  }
}
