package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/**
 * The steps about what surrounds a Mesh: time, restarts, portals that cannot be reached or lie,
 * faults of messages and disks, and stores that are copied and put back.
 */
final class SurroundingSteps {

  private static final String AT =
      "which change of the disk from now on fails, counted from 1; the next if left out";

  static final List<StepKind> ROWS =
      List.of(
          step("wait", ValueType.DURATION, "World.advance(time)", "Lets time pass.")
              .uses(Need.CLOCK)
              .row(),
          step(
                  StepKind.AT_ONCE,
                  ValueType.COUNT,
                  "several threads or programs",
                  "Does the steps that follow, so many, at the same time. Those of one machine are"
                      + " done one after another. A machine hands over to another before each"
                      + " request, response and commit, and while it pauses.")
              .may(
                  "order",
                  ValueType.TURNS,
                  "who goes on: a machine for each turn; after them each goes on to its end")
              .row(),
          step(
                  "restart",
                  ValueType.ACTOR,
                  "new MeshSession(machine)",
                  "Stops the machine's program, closes its store, and starts it again.")
              .loses(Possession.PENDING)
              .loses(Possession.APPLICATION)
              .stops()
              .row(),
          step(
                  "wipe",
                  ValueType.ACTOR,
                  "MachineStore.eraseTest()",
                  "Stops the machine's program, removes all data of the machine, and starts it"
                      + " again.")
              .loses(Possession.DEVICE)
              .loses(Possession.SESSION)
              .loses(Possession.REQUEST)
              .loses(Possession.PENDING)
              .loses(Possession.APPLICATION)
              .uses(Need.STORE)
              .row(),
          step(
                  "crashPortal",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "Plans a crash of the portal's program while it acts on its next request that"
                      + " changes something; then it starts again. The case fails if that never"
                      + " happens.")
              .may("acted", ValueType.FLAG, "true: all is stored; nothing is stored if left out")
              .uses(Need.FAULT)
              .stops()
              .row(),
          step(
                  "restartPortal",
                  ValueType.PORTAL,
                  "MeshPortalDirect.open(domain, store)",
                  "Stops the portal, closes its store, and starts it again.")
              .stops()
              .row(),
          step(
                  "away",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on no request reaches the portal.")
              .may("answers", ValueType.FLAG, "true: requests reach it, but no response arrives")
              .uses(Need.FAULT)
              .row(),
          step(
                  "back",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on requests reach the portal again.")
              .uses(Need.FAULT)
              .row(),
          step(
                  "hostile",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on the portal lies. The case fails if it never comes to that.")
              .with("as", ValueType.LIE, "the lie; see docs/threats.md")
              .may("to", ValueType.MACHINE, "the machine that is lied to; all if left out")
              .uses(Need.FAULT)
              .row(),
          step(
                  "forge",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "Somebody with an account and keys of their own sends the portal a request that it"
                      + " must refuse; in dialect mesh only.")
              .with("as", ValueType.FORGERY, "the request")
              .shows("refused", "the portal refuses the request")
              .shows("nobody", "there is nobody whom it could be done to, or the portal is away")
              .shows("accepted", "the portal carries it out")
              .shows("status {status}", "the response has this status")
              .uses(Need.FAULT)
              .row(),
          step(
                  "honest",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on the portal does not lie.")
              .may("as", ValueType.LIE, "the lie that ends; all if left out")
              .may("to", ValueType.MACHINE, "the machine that this lie was told to only")
              .uses(Need.FAULT)
              .row(),
          step(
                  "witness",
                  ValueType.WITNESS,
                  "WitnessPort.add(request)",
                  "From now on a witness behaves so.")
              .with("is", ValueType.CONDUCT, "its conduct; corrupt: it cosigns whatever it gets")
              .uses(Need.FAULT)
              .row(),
          step(
                  "noticed",
                  ValueType.PORTAL,
                  "Evidence.judge()",
                  "Tells which witnesses and other portals have evidence of what the portal did to"
                      + " its log. Each judges by itself, without trust in the finder.")
              .shows("by a witness", "a witness has it")
              .shows("by another portal", "a portal that fetches its checkpoints has it")
              .shows("by nobody", "none of them has any")
              .row(),
          step(
                  "fault",
                  ValueType.FAULT,
                  "MeshPortal.exchange(request)",
                  "Plans a fault of the machine's next exchange or commit. The case fails if it never"
                      + " happens.")
              .may("of", ValueType.TRANSACTION, "waits for this transaction; any if left out")
              .may("portal", ValueType.PORTAL, "waits for this portal; any if left out")
              .uses(Need.FAULT)
              .row(),
          step(
                  "diskFault",
                  ValueType.DISK_FAULT,
                  "DurableFiles",
                  "Plans a fault of the machine's disk. The case fails if it never happens.")
              .may("at", ValueType.NUMBER, AT)
              .uses(Need.DISK)
              .row(),
          step(
                  "portalDiskFault",
                  ValueType.PORTAL,
                  "DurableFiles",
                  "Plans a fault of the portal's disk. The case fails if it never happens.")
              .with("as", ValueType.DISK_FAULT, "the fault")
              .may("at", ValueType.NUMBER, AT)
              .uses(Need.DISK)
              .row(),
          step(
                  "rot",
                  ValueType.ACTOR,
                  "MachineStoreProvider.open(root, mode, random)",
                  "Stops the machine's program and starts it while one bit of a file of its store is"
                      + " wrong; then puts the file right and starts it again.")
              .may(
                  "at",
                  ValueType.NUMBER,
                  "the bit, counted through all files from 1; after the last comes the first")
              .shows("noticed", "the store reports the file")
              .shows("harmless", "the store reports nothing, and gives the records as they were")
              .loses(Possession.PENDING)
              .loses(Possession.APPLICATION)
              .uses(Need.DISK)
              .row(),
          step(
                  "clock",
                  ValueType.CLOCK,
                  "World.now()",
                  "Sets the machine's clock: ahead of the portals' clocks, behind them, or right.")
              .uses(Need.CLOCK)
              .row(),
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

  private SurroundingSteps() {}
}
