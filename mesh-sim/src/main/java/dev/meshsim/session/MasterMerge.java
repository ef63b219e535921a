package dev.meshsim.session;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.merge.ThreeWay;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Merges the administrators of two versions of a profile, and signs the result. */
final class MasterMerge {

  private MasterMerge() {}

  /**
   * The master profile of a merge in which both sides changed it. If theirs has all changes
   * already, as after a merge on another machine, it is theirs, and no key is needed.
   *
   * @param versions the base, mine and theirs
   * @throws AdministrationException {@code session.master-key-needed} if the machine does not have
   *     the master signature key
   */
  static SignedMasterProfile merge(
      PersonalSession session, SessionContext context, List<VerifiedPersonalProfile> versions) {
    List<List<Administrator>> lists =
        versions.stream().map(version -> Administrators.of(version).all()).toList();
    Administrators merged =
        new Administrators(
            ThreeWay.sets(
                lists.get(0),
                lists.get(1),
                lists.get(2),
                Comparator.comparing(administrator -> administrator.key().udf())));
    MasterProfile mine = versions.get(1).master();
    VerifiedPersonalProfile theirs = versions.get(2);
    if (Set.copyOf(merged.all()).equals(Set.copyOf(lists.get(2)))
        && theirs.master().masterEscrowKeys().equals(mine.masterEscrowKeys())) {
      return theirs.profile().signedMasterProfile();
    }
    PrivateJwk key =
        context
            .machine()
            .findPrivateKey(session.udf())
            .orElseThrow(
                () ->
                    AdministrationException.masterKeyNeeded(
                        context.machine().name(), session.udf()));
    Instant latest =
        versions.stream()
            .map(version -> version.master().updated())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return sign(context, mine, merged, key, context.laterThan(latest));
  }

  /** Signs a master profile with other administrators. */
  static SignedMasterProfile sign(
      SessionContext context,
      MasterProfile old,
      Administrators administrators,
      PrivateJwk masterKey,
      Instant at) {
    MasterProfile master =
        new MasterProfile(
            old.identifier(),
            at,
            old.masterSignatureKey(),
            old.masterEscrowKeys(),
            administrators.keys());
    return ProfileSigner.master(
        master, administrators, masterKey, context.machine().stream("sign:MasterProfile"));
  }
}
