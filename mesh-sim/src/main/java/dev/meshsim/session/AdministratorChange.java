package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change of a profile and of its administrators. The master signature key signs both the master
 * profile and the personal profile, so that the version is good in the eyes of the stored and of
 * the new master profile.
 *
 * @param masterKey the master signature key
 * @param administrators the change of the administrators
 * @param rest the change of the rest of the profile
 */
record AdministratorChange(
    PersonalSession session,
    SessionContext context,
    PrivateJwk masterKey,
    UnaryOperator<Administrators> administrators,
    PersonalSession.ProfileChange rest) {

  private static final int ATTEMPTS = 3;

  /** Publishes the changed latest version and stores it; after a conflict, does so again. */
  VerifiedPersonalProfile publish() {
    session.catchUp();
    VerifiedPersonalProfile changed = publishLatest();
    session.spread();
    return changed;
  }

  private VerifiedPersonalProfile publishLatest() {
    VerifiedPersonalProfile from = session.refresh();
    for (int attempt = 1; true; attempt++) {
      try {
        return publish(from);
      } catch (PortalRefusedException e) {
        if (!e.isConflict() || attempt == ATTEMPTS) {
          throw e;
        }
        VerifiedPersonalProfile refused = from;
        from = session.refresh();
        if (ReplacedVersion.isSame(from.signed(), refused.signed())) {
          throw SessionException.contradiction(session.udf(), e);
        }
      }
    }
  }

  private VerifiedPersonalProfile publish(VerifiedPersonalProfile from) {
    Instant at = context.laterThan(from.profile().updated());
    PersonalProfile changed = rest.apply(from.profile(), at).withMaster(master(from, at), at);
    SignedPersonalProfile signed =
        ProfileSigner.successor(
            changed,
            from.signed(),
            session.client().seen(),
            List.of(masterKey),
            context.machine().stream("sign:PersonalProfile"));
    VerifiedPersonalProfile verified = context.verifier().personal(signed);
    session
        .client()
        .publish(
            signed,
            ReplacedVersion.header(from.signed()),
            context.signer(from.identifier(), masterKey));
    session.store(signed);
    return verified;
  }

  private SignedMasterProfile master(VerifiedPersonalProfile from, Instant at) {
    MasterProfile old = from.master();
    Administrators next = administrators.apply(withThisDevice(from));
    return MasterMerge.sign(
        context,
        old,
        next,
        masterKey,
        at.isAfter(old.updated()) ? at : context.laterThan(old.updated()));
  }

  /**
   * The administrators, with this machine's device named where its own key says of no device. In
   * dialect {@code portal-2017} the device signature key takes the place of such a key, since there
   * it is the key itself that says the device.
   */
  private Administrators withThisDevice(VerifiedPersonalProfile from) {
    Administrators listed = Administrators.of(from);
    List<Administrator> named =
        listed.all().stream()
            .map(administrator -> isOwnUnnamed(administrator) ? own(administrator) : administrator)
            .distinct()
            .toList();
    return new Administrators(named);
  }

  private boolean isOwnUnnamed(Administrator administrator) {
    return administrator.device().isEmpty()
        && context.machine().findPrivateKey(administrator.key().udf()).isPresent();
  }

  private Administrator own(Administrator unnamed) {
    var device = session.thisDevice();
    return Administrator.on(
        device.identifier(),
        context.dialect() == Dialect.MESH ? unnamed.key() : device.deviceSignatureKey());
  }
}
