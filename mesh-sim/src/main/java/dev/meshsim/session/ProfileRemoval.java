package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.udf.Udf;

/** Removes a personal profile from a machine. */
final class ProfileRemoval {

  private ProfileRemoval() {}

  /**
   * Removes a profile, its accounts and applications, and the private keys of its master profile.
   * The machine's devices and their keys stay.
   */
  static void remove(SessionContext context, Udf profile) {
    MeshMachine machine = context.machine();
    MachineEdit edit = machine.edit();
    machine
        .personal(profile)
        .map(signed -> context.believe(signed).master())
        .ifPresent(master -> removeKeys(machine, edit, master));
    for (String account : machine.accountsOf(profile)) {
      edit.remove(RecordKind.ACCOUNT, account).removeDefault(RecordKind.ACCOUNT, account);
    }
    machine
        .applications(profile)
        .forEach(signed -> edit.remove(RecordKind.APPLICATION, signed.identifier().text()));
    edit.remove(RecordKind.PERSONAL, profile.text())
        .removeDefault(RecordKind.PERSONAL, profile.text())
        .commit();
  }

  private static void removeKeys(MeshMachine machine, MachineEdit edit, MasterProfile master) {
    edit.remove(RecordKind.PRIVATE_KEY, master.masterSignatureKey().udf().text());
    master.masterEscrowKeys().forEach(key -> edit.remove(RecordKind.PRIVATE_KEY, key.udf().text()));
    // In dialect portal-2017 an online signature key may be the signature key of a device.
    master.onlineSignatureKeys().stream()
        .filter(key -> machine.device(key.udf()).isEmpty())
        .forEach(key -> edit.remove(RecordKind.PRIVATE_KEY, key.udf().text()));
  }
}
