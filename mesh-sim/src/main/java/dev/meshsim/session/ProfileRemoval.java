package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

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
    boolean chosen = removeAccounts(machine, edit, machine.accountsOf(profile));
    machine
        .applications(profile)
        .forEach(signed -> edit.remove(RecordKind.APPLICATION, signed.identifier().text()));
    AccountCreation.unconfirmedOf(machine, profile)
        .forEach(account -> edit.remove(RecordKind.BEHIND, account));
    edit.remove(RecordKind.PERSONAL, profile.text());
    if (!chosen
        && machine.defaultOf(RecordKind.PERSONAL).filter(profile.text()::equals).isPresent()) {
      replaceDefault(
          edit,
          RecordKind.PERSONAL,
          machine.profiles().stream()
              .filter(other -> !other.equals(profile))
              .map(Udf::text)
              .findFirst());
    }
    edit.commit();
  }

  /**
   * Removes accounts. If the default account is one of them, the first that remains takes its
   * place, and its profile becomes the default profile.
   *
   * @return true if another account took that place
   */
  static boolean removeAccounts(MeshMachine machine, MachineEdit edit, List<String> accounts) {
    for (String account : accounts) {
      edit.remove(RecordKind.ACCOUNT, account);
      if (machine.behind(account).isPresent()) {
        edit.remove(RecordKind.BEHIND, account);
      }
    }
    if (machine.defaultOf(RecordKind.ACCOUNT).filter(accounts::contains).isEmpty()) {
      return false;
    }
    Optional<String> next =
        machine.accounts().stream().filter(other -> !accounts.contains(other)).findFirst();
    replaceDefault(edit, RecordKind.ACCOUNT, next);
    next.flatMap(machine::profileOf)
        .ifPresent(
            profile -> edit.put(new MachineRecord.Default(RecordKind.PERSONAL, profile.text())));
    return next.isPresent();
  }

  private static void replaceDefault(MachineEdit edit, RecordKind kind, Optional<String> next) {
    next.ifPresentOrElse(
        name -> edit.put(new MachineRecord.Default(kind, name)),
        () -> edit.remove(RecordKind.DEFAULT, kind.name()));
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
