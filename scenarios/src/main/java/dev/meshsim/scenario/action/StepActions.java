package dev.meshsim.scenario.action;

import java.util.Map;

/** The action of each word of {@link dev.meshsim.scenario.StepKinds}. */
public final class StepActions {

  private static final Map<String, StepAction> BY_WORD =
      Map.ofEntries(
          Map.entry("eraseTest", MachineActions::eraseTest),
          Map.entry("validate", MachineActions::validate),
          Map.entry("createDevice", MachineActions::createDevice),
          Map.entry("createAccount", MachineActions::createAccount),
          Map.entry("escrow", RecoveryActions::escrow),
          Map.entry("delete", MachineActions::delete),
          Map.entry("recover", RecoveryActions::recover),
          Map.entry("renewEscrow", RecoveryActions::renewEscrow),
          Map.entry("addAccount", AccountActions::addAccount),
          Map.entry("bindAccount", AccountActions::bindAccount),
          Map.entry("personalSession", AccountActions::personalSession),
          Map.entry("accounts", AccountActions::accounts),
          Map.entry("findings", AccountActions::findings),
          Map.entry("publishAgain", AccountActions::publishAgain),
          Map.entry("makeDefault", AccountActions::makeDefault),
          Map.entry("forgetAccount", AccountActions::forgetAccount),
          Map.entry("wait", SurroundingActions::pass),
          Map.entry("atOnce", SurroundingActions::atOnce),
          Map.entry("restart", SurroundingActions::restart),
          Map.entry("wipe", SurroundingActions::wipe),
          Map.entry("crashPortal", SurroundingActions::crashPortal),
          Map.entry("restartPortal", SurroundingActions::restartPortal),
          Map.entry("away", SurroundingActions::away),
          Map.entry("back", SurroundingActions::back),
          Map.entry("fault", SurroundingActions::fault),
          Map.entry("diskFault", SurroundingActions::diskFault),
          Map.entry("portalDiskFault", SurroundingActions::portalDiskFault),
          Map.entry("rot", SurroundingActions::rot),
          Map.entry("forge", SurroundingActions::forge),
          Map.entry("hostile", SurroundingActions::hostile),
          Map.entry("honest", SurroundingActions::honest),
          Map.entry("witness", SurroundingActions::witness),
          Map.entry("noticed", SurroundingActions::noticed),
          Map.entry("copy", BackupActions::copy),
          Map.entry("backup", BackupActions::backup),
          Map.entry("restore", BackupActions::restore),
          Map.entry("backupPortal", BackupActions::backupPortal),
          Map.entry("restorePortal", BackupActions::restorePortal),
          Map.entry("stored", StoredActions::stored),
          Map.entry("logged", StoredActions::logged),
          Map.entry("applicationOverview", StoredActions::overview),
          Map.entry("putEntry", EntryActions::put),
          Map.entry("getEntry", EntryActions::get),
          Map.entry("removeEntry", EntryActions::remove),
          Map.entry("refreshApplication", EntryActions::refresh),
          Map.entry("makeKey", EntryActions::makeKey),
          Map.entry("authorizedKeys", EntryActions::authorizedKeys),
          Map.entry("addKnownHosts", EntryActions::addKnownHosts),
          Map.entry("knownHosts", EntryActions::knownHosts),
          Map.entry("connectAccept", EntryActions::connectAccept),
          Map.entry("addToApplications", EntryActions::addToApplications),
          Map.entry("clock", SurroundingActions::clock),
          Map.entry("connect", ConnectionActions::connect),
          Map.entry("connectAsAdministrator", AdministratorActions::connectAsAdministrator),
          Map.entry("acceptAdministrator", AdministratorActions::acceptAdministrator),
          Map.entry("removeDevice", AdministratorActions::removeDevice),
          Map.entry("changeDeviceKeys", AdministratorActions::changeDeviceKeys),
          Map.entry("connectPending", ConnectionActions::connectPending),
          Map.entry("connectClose", ConnectionActions::connectClose),
          Map.entry("await", ConnectionActions::await),
          Map.entry("poll", ConnectionActions::poll),
          Map.entry("refresh", MachineActions::refresh),
          Map.entry("add", ApplicationActions::add),
          Map.entry("application", ApplicationActions::application),
          Map.entry("recoverApplication", ApplicationActions::recoverApplication),
          Map.entry("addDevice", ApplicationActions::addDevice),
          Map.entry("put", ApplicationActions::put),
          Map.entry("get", ApplicationActions::get),
          Map.entry("deleteSite", ApplicationActions::deleteSite),
          Map.entry("autoGenerate", ApplicationActions::autoGenerate),
          Map.entry("neverAsk", ApplicationActions::neverAsk),
          Map.entry("update", ApplicationActions::update),
          Map.entry("conflict", ConflictActions::conflict),
          Map.entry("resolve", ConflictActions::resolve),
          Map.entry("removeApplication", ApplicationActions::removeApplication),
          Map.entry("deleteAccount", MachineActions::deleteAccount),
          Map.entry("transfer", MachineActions::transfer),
          Map.entry("exchange", MachineActions::exchange));

  private StepActions() {}

  public static StepAction of(String word) {
    StepAction action = BY_WORD.get(word);
    if (action == null) {
      throw new IllegalStateException("the step " + word + " has no action");
    }
    return action;
  }

  public static Map<String, StepAction> all() {
    return BY_WORD;
  }
}
