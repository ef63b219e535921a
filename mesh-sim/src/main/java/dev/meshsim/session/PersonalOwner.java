package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.application.ApplicationCatchUp;
import dev.meshsim.session.application.ApplicationOwner;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A personal session as its applications see it. */
record PersonalOwner(PersonalSession session, SessionContext context) implements ApplicationOwner {

  @Override
  public MeshMachine machine() {
    return context.machine();
  }

  @Override
  public ProfileVerifier verifier() {
    return context.verifier();
  }

  @Override
  public MeshClient client() {
    return session.client();
  }

  @Override
  public VerifiedPersonalProfile personalProfile() {
    return session.personalProfile();
  }

  @Override
  public VerifiedPersonalProfile refresh() {
    return session.refresh();
  }

  @Override
  public DeviceProfile thisDevice() {
    return session.thisDevice();
  }

  @Override
  public DeviceProfile device(Udf identifier) {
    DeviceProfile found = personalProfile().devices().get(identifier);
    if (found == null) {
      throw SessionException.unknownDevice(session.udf(), identifier);
    }
    return found;
  }

  @Override
  public void publish(ApplicationProfileEntry entry) {
    session.change((before, at) -> before.withApplication(entry, at));
  }

  @Override
  public void withdraw(Udf application) {
    session.change((before, at) -> before.withoutApplication(application, at));
    MachineEdit edit = machine().edit().remove(RecordKind.APPLICATION, application.text());
    portals().gone(edit, application);
    edit.commit();
  }

  private AtPortals portals() {
    return session.atPortals();
  }

  @Override
  public Optional<SignedApplicationProfile> lastAtPortal(Udf application) {
    Optional<PortalLag.Version> behind = portals().behind(session.accountName(), application);
    return behind.isPresent()
        ? behind.map(PortalLag.Version::had).map(SignedApplicationProfile.class::cast)
        : machine().application(application);
  }

  @Override
  public void requireLater(SignedApplicationProfile signed, Instant updated) {
    Optional<SignedApplicationProfile> last =
        lastAtPortal(signed.identifier())
            .filter(version -> !ReplacedVersion.isSame(signed, version));
    if (last.filter(version -> ReplacedVersion.isFork(signed, version)).isPresent()) {
      throw SessionException.forked(signed.identifier());
    }
    if (last.filter(version -> !updated.isAfter(updatedOf(version))).isPresent()) {
      throw SessionException.rollback(signed.identifier());
    }
  }

  @Override
  public void storeFetched(SignedApplicationProfile signed, Instant updated) {
    requireLater(signed, updated);
    Udf application = signed.identifier();
    Optional<SignedApplicationProfile> known = machine().application(application);
    Optional<PortalLag.Version> behind = portals().behind(session.accountName(), application);
    if (behind.isPresent() && known.filter(own -> ReplacedVersion.isSame(signed, own)).isEmpty()) {
      return;
    }
    known.ifPresent(
        own ->
            context.noticeCopy(
                signed,
                Set.of(context.dialect().signatures().signer(signed.signedData(), 0)),
                updated,
                updatedOf(own)));
    storePublished(signed);
  }

  @Override
  public void storePublished(SignedApplicationProfile signed) {
    session.store(signed);
  }

  @Override
  public void has(Udf application) {
    MachineEdit edit = machine().edit();
    portals().has(edit, session.accountName(), application);
    if (!edit.isEmpty()) {
      edit.commit();
    }
  }

  @Override
  public void catchUp(Udf application) {
    AtPortals portals = portals();
    if (portals.lag(session.accountName()).isEmpty()) {
      return;
    }
    Optional<VerifiedPersonalProfile> before = Optional.empty();
    try {
      before = session.catchUp();
    } catch (SessionException e) {
      // A device that does not administer the profile reads what the portal has.
      if (e.errorCode() != SessionException.Code.NOT_ADMINISTRATOR) {
        throw e;
      }
    }
    catchUp(application, Optional.empty(), before);
  }

  /**
   * Brings the portal to this machine's version of an application, if it is behind.
   *
   * @param before the profile that the portal had before
   * @return false if it stays behind, since this machine's device may not publish it
   */
  boolean catchUp(Udf application, Optional<Side> side, Optional<VerifiedPersonalProfile> before) {
    Optional<PortalLag.Version> behind = portals().behind(session.accountName(), application);
    Optional<SignedApplicationProfile> own = machine().application(application);
    if (behind.isEmpty() || own.isEmpty()) {
      return true;
    }
    Optional<SignedApplicationProfile> had =
        behind.map(PortalLag.Version::had).map(SignedApplicationProfile.class::cast);
    return new ApplicationCatchUp(this, own.get(), had, side, before).publish();
  }

  @Override
  public void spread() {
    session.spread();
  }

  private Instant updatedOf(SignedApplicationProfile signed) {
    return ApplicationProfile.read(context.dialect(), signed.signedData().payload()).updated();
  }

  @Override
  public Instant timeAfter(Optional<Instant> previous) {
    return previous.map(context::laterThan).orElseGet(context::now);
  }
}
