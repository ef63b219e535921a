package dev.meshsim.session;

import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.ProfileMerge;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.RequestEnvelope;
import java.time.Instant;
import java.util.List;

/**
 * One change of a personal profile. It is made from the version that this machine read last and
 * published as its successor. If the portal has another version by then, the change is merged with
 * that one, and the result is published as its successor.
 */
final class ProfileUpdate {

  /** The most attempts. Each but the last lost against another device's publication. */
  static final int MOST_ATTEMPTS = 8;

  private final PersonalSession session;
  private final SessionContext context;
  private final PersonalSession.ProfileChange change;

  ProfileUpdate(
      PersonalSession session, SessionContext context, PersonalSession.ProfileChange change) {
    this.session = session;
    this.context = context;
    this.change = change;
  }

  /**
   * Publishes the change and stores the published version on the machine. If the portal's version
   * has the change already, nothing is published.
   *
   * @throws ConflictException if the change and another device's cannot be merged, or another
   *     device was faster each time; nothing is published
   * @throws PortalRefusedException if the portal refuses for another reason
   */
  VerifiedPersonalProfile publish() {
    VerifiedPersonalProfile from = session.personalProfile();
    PersonalProfile mine = change.apply(from.profile(), after(from.profile()));
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      if (isMade(from.profile(), mine)) {
        return from;
      }
      try {
        return publish(mine, from.signed());
      } catch (PortalRefusedException e) {
        VerifiedPersonalProfile fetched = fetchAfter(e, from);
        mine = merge(from.profile(), mine, fetched.profile());
        from = fetched;
      }
    }
    throw ConflictException.repeated("the profile " + session.udf(), MOST_ATTEMPTS);
  }

  private Instant after(PersonalProfile version) {
    return context.laterThan(version.updated());
  }

  /** The portal's version after a conflict, which must be another than {@code from}. */
  private VerifiedPersonalProfile fetchAfter(
      PortalRefusedException refused, VerifiedPersonalProfile from) {
    if (!refused.isConflict()) {
      throw refused;
    }
    VerifiedPersonalProfile fetched = session.refresh();
    if (ReplacedVersion.isSame(fetched.signed(), from.signed())) {
      throw SessionException.contradiction(session.udf(), refused);
    }
    return fetched;
  }

  private PersonalProfile merge(
      PersonalProfile base, PersonalProfile mine, PersonalProfile theirs) {
    Instant at = after(theirs);
    SignedMasterProfile master =
        ProfileMerge.master(
            base, mine, theirs, () -> change.apply(theirs, at).signedMasterProfile());
    return ProfileMerge.merge(base, mine, theirs, master, at).result();
  }

  /** True if a version has everything that {@code mine} has: only the time differs. */
  static boolean isMade(PersonalProfile version, PersonalProfile mine) {
    return version.signedMasterProfile().equals(mine.signedMasterProfile())
        && version.devices().equals(mine.devices())
        && version.applications().equals(mine.applications());
  }

  private VerifiedPersonalProfile publish(PersonalProfile next, SignedPersonalProfile replaced) {
    RequestEnvelope.Signer administrator = session.administrator();
    SignedPersonalProfile signed =
        ProfileSigner.successor(
            next,
            replaced,
            session.client().seen(),
            List.of(administrator.key()),
            context.machine().stream("sign:PersonalProfile"));
    session.client().publish(signed, ReplacedVersion.header(replaced), administrator);
    session.store(signed);
    return context.believe(signed);
  }
}
