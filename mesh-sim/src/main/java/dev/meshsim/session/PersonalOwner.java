package dev.meshsim.session;

import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
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
    machine().edit().remove(RecordKind.APPLICATION, application.text()).commit();
  }

  @Override
  public void storeFetched(SignedApplicationProfile signed, Instant updated) {
    for (SignedApplicationProfile known : machine().applications(session.udf())) {
      if (known.identifier().equals(signed.identifier())) {
        boolean same = signed.signedData().payload().equals(known.signedData().payload());
        if (!same && !updated.isAfter(updatedOf(known))) {
          throw SessionException.rollback(signed.identifier());
        }
        Udf signer = context.dialect().signatures().signer(signed.signedData(), 0);
        context.noticeCopy(signed, Set.of(signer), updated, updatedOf(known));
      }
    }
    machine().edit().put(new MachineRecord.Application(session.udf(), signed)).commit();
  }

  private Instant updatedOf(SignedApplicationProfile signed) {
    return ApplicationProfile.read(context.dialect(), signed.signedData().payload()).updated();
  }

  @Override
  public Instant timeAfter(Optional<Instant> previous) {
    return previous.map(context::laterThan).orElseGet(context::now);
  }
}
