package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * Creates an account for a profile that has none on this machine. Before the request is sent, the
 * machine stores the profile with its keys, and that the account's portal is not known to have it.
 * That record stays until the portal has acknowledged or refused the account, so that the creation
 * can be repeated after a restart.
 */
record AccountCreation(SessionContext context, AccountName name) {

  /** Creates the account of a profile that is not on the machine. */
  PersonalSession ofNew(PersonalProfile profile) {
    MachineEdit edit = machine().edit().put(new MachineRecord.Personal(profile.signed()));
    profile.keys().putInto(edit);
    edit.put(unconfirmed(profile.udf())).commit();
    try {
      return created(context.believe(profile.signed()));
    } catch (PortalRefusedException e) {
      if (isFinal(e)) {
        ProfileRemoval.remove(context, profile.udf());
      }
      throw e;
    }
  }

  /**
   * Creates the account of a profile that is on the machine, or adopts it if the portal has it with
   * this profile. A version that is new to the machine must follow the machine's.
   */
  PersonalSession ofKnown(VerifiedPersonalProfile profile) {
    Udf udf = profile.identifier();
    if (!unconfirmedOf(machine(), udf).contains(name.toString())) {
      machine().edit().put(unconfirmed(udf)).commit();
    }
    try {
      return created(profile);
    } catch (PortalRefusedException e) {
      if (!isFinal(e)) {
        throw e;
      }
      Optional<VerifiedPersonalProfile> found =
          boundTo(context, name).filter(other -> other.identifier().equals(udf));
      if (found.isEmpty()) {
        machine().edit().remove(RecordKind.BEHIND, name.toString()).commit();
        throw e;
      }
      return adopted(found.get(), profile);
    }
  }

  private PersonalSession created(VerifiedPersonalProfile profile) {
    SignedPersonalProfile signed = profile.signed();
    context.client(name).create(signed, context.administrator(profile.master()));
    return bound(machine().edit(), profile.identifier());
  }

  private PersonalSession adopted(VerifiedPersonalProfile theirs, VerifiedPersonalProfile mine) {
    MachineEdit edit = machine().edit();
    if (!theirs.signed().equals(mine.signed())) {
      if (!theirs.profile().equals(mine.profile())) {
        context.requireNext(theirs, mine);
      }
      edit.put(new MachineRecord.Personal(theirs.signed()));
    }
    return bound(edit, mine.identifier());
  }

  private PersonalSession bound(MachineEdit edit, Udf profile) {
    edit.put(new MachineRecord.Account(name.toString(), profile))
        .remove(RecordKind.BEHIND, name.toString())
        .putDefaultIfNone(RecordKind.PERSONAL, profile.text())
        .putDefaultIfNone(RecordKind.ACCOUNT, name.toString())
        .commit();
    return new PersonalSession(context, name, profile);
  }

  /** True if the portal has not made the account; a portal that failed may have made it. */
  private static boolean isFinal(PortalRefusedException refused) {
    return refused.status() < Status.SERVER_INTERNAL;
  }

  private MachineRecord.Behind unconfirmed(Udf profile) {
    PortalLag.Version none = new PortalLag.Version(profile, null);
    return new MachineRecord.Behind(
        name.toString(), new PortalLag(profile, List.of(none), List.of()));
  }

  private MeshMachine machine() {
    return context.machine();
  }

  /** The profile that an account is bound to at its portal; empty if there is no such account. */
  static Optional<VerifiedPersonalProfile> boundTo(SessionContext context, AccountName name) {
    MeshClient client = context.client(name);
    return PortalRefusedException.ifFound(client::personalProfile).map(context::believe);
  }

  /** The accounts of a profile whose creation is not acknowledged, in alphabetical order. */
  static List<String> unconfirmedOf(MeshMachine machine, Udf profile) {
    return machine.store().list(RecordKind.BEHIND).stream()
        .map(MachineRecord.Behind.class::cast)
        .filter(behind -> behind.lag().profile().equals(profile))
        .map(MachineRecord.Behind::account)
        .filter(account -> machine.profileOf(account).isEmpty())
        .toList();
  }
}
