package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps that copy the stores of machines and portals, and put copies back. */
final class BackupSteps {

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "copy",
                  ValueType.ACTOR,
                  "MachineArchive.write(store), MachineArchive.into(store)",
                  "Puts a copy of the machine's data, keys and all, on another machine.")
              .with("to", ValueType.MACHINE, "the other machine, which loses its own data")
              .copiesTo("to")
              .uses(Need.STORE)
              .row(),
          step(
                  "backup",
                  ValueType.ACTOR,
                  "MachineArchive.write(store)",
                  "Makes a backup of the machine's data.")
              .gives(Possession.BACKUP)
              .uses(Need.STORE)
              .row(),
          step(
                  "restore",
                  ValueType.ACTOR,
                  "MachineArchive.into(store)",
                  "Stops the machine's program, puts the backup back, and starts it again.")
              .needs(Possession.BACKUP)
              .loses(Possession.PENDING)
              .loses(Possession.APPLICATION)
              .stops()
              .uses(Need.STORE)
              .row(),
          step(
                  "backupPortal",
                  ValueType.PORTAL,
                  "PortalTransfer.copy(store, backup)",
                  "Makes a backup of the portal's data.")
              .uses(Need.STORE)
              .row(),
          step(
                  "restorePortal",
                  ValueType.PORTAL,
                  "PortalTransfer.copy(backup, store)",
                  "Stops the portal, puts the backup back, and starts it again.")
              .stops()
              .uses(Need.STORE)
              .row());

  private BackupSteps() {}
}
