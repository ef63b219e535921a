package dev.meshsim.scenario.action;

import dev.meshsim.protocol.Transaction;
import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.surroundings.Vouching;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.MessageFaults;
import dev.meshsim.sim.PortalCrashes;
import dev.meshsim.sim.StoreFaults;
import dev.meshsim.sim.disk.DiskFaults;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.hostile.HostilePortal;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.watch.WitnessConduct;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The actions on what surrounds the machines. */
final class SurroundingActions {

  private SurroundingActions() {}

  static Observation pass(Stage stage, Step step) {
    stage.pass(DurationText.parse(step.values().text("wait")).orElseThrow());
    return Observation.ok();
  }

  /** The runner does the steps that follow. */
  static Observation atOnce(Stage stage, Step step) {
    return Observation.ok();
  }

  static Observation restart(Stage stage, Step step) {
    stage.restart(step.actor());
    return Observation.ok();
  }

  static Observation wipe(Stage stage, Step step) {
    stage.machines().wipe(step.actor());
    return Observation.ok();
  }

  static Observation crashPortal(Stage stage, Step step) {
    StepValues values = step.values();
    stage
        .portals()
        .crashes(values.text("crashPortal"))
        .plan(new PortalCrashes.Planned(values.flag("acted"), step.origin()));
    return Observation.ok();
  }

  static Observation restartPortal(Stage stage, Step step) {
    stage.portals().restart(step.values().text("restartPortal"));
    return Observation.ok();
  }

  static Observation away(Stage stage, Step step) {
    stage.portal(step.values().text("away")).away(step.values().flag("answers"));
    return Observation.ok();
  }

  static Observation fault(Stage stage, Step step) {
    StepValues values = step.values();
    Fault fault = Fault.named(values.text("fault")).orElseThrow();
    String origin = step.origin();
    if (fault.place() == Fault.Place.COMMITS) {
      stage.environment(step.actor()).storeFaults().plan(new StoreFaults.Planned(fault, origin));
      return Observation.ok();
    }
    Optional<Transaction> transaction =
        values
            .optionalText("of")
            .flatMap(
                name ->
                    Arrays.stream(Transaction.values())
                        .filter(known -> known.wireName().equals(name))
                        .findFirst());
    stage
        .environment(step.actor())
        .faults()
        .plan(new MessageFaults.Planned(fault, transaction, values.optionalText("portal"), origin));
    return Observation.ok();
  }

  static Observation diskFault(Stage stage, Step step) {
    DiskFaults.Planned fault = onDisk(step, step.values().text("diskFault"));
    stage.machines().disk(step.actor()).faults().plan(fault);
    return Observation.ok();
  }

  static Observation portalDiskFault(Stage stage, Step step) {
    DiskFaults.Planned fault = onDisk(step, step.values().text("as"));
    stage.portals().plan(step.values().text("portalDiskFault"), fault);
    return Observation.ok();
  }

  private static DiskFaults.Planned onDisk(Step step, String fault) {
    int at = step.values().number("at").orElse(1);
    return new DiskFaults.Planned(
        Fault.named(fault).flatMap(Fault::mode).orElseThrow(), at - 1, step.origin());
  }

  static Observation rot(Stage stage, Step step) {
    int bit = step.values().number("at").orElse(1) - 1;
    List<String> noticed = stage.machines().rot(step.actor(), bit);
    return Observation.ok(noticed.isEmpty() ? "harmless" : "noticed");
  }

  static Observation clock(Stage stage, Step step) {
    stage
        .environment(step.actor())
        .world()
        .shift(DurationText.parseShift(step.values().text("clock")).orElseThrow());
    return Observation.ok();
  }

  static Observation back(Stage stage, Step step) {
    stage.portal(step.values().text("back")).back();
    return Observation.ok();
  }

  static Observation forge(Stage stage, Step step) {
    Forgery forgery = Forgery.named(step.values().text("as")).orElseThrow();
    Optional<SimEvent.Forged> forged =
        stage.portals().forgers().forge(stage.portal(step.values().text("forge")), forgery);
    forged.ifPresent(stage::happened);
    if (forged.isEmpty()) {
      return Observation.ok("nobody");
    }
    String status = "status " + MachineActions.statusOf(forged.get().response());
    boolean accepted =
        Message.read(stage.dialect(), forged.get().request(), forged.get().response()).accepted();
    return accepted ? Observation.otherwise("accepted", status) : Observation.ok("refused", status);
  }

  static Observation hostile(Stage stage, Step step) {
    StepValues values = step.values();
    stage
        .portals()
        .hostile()
        .at(values.text("hostile"))
        .begin(
            HostileBehaviour.named(values.text("as")).orElseThrow(),
            values.optionalText("to"),
            step.origin());
    return Observation.ok();
  }

  static Observation witness(Stage stage, Step step) {
    stage
        .portals()
        .vouching()
        .flatMap(Vouching::witnesses)
        .orElseThrow()
        .conduct(
            step.values().text("witness"),
            WitnessConduct.named(step.values().text("is")).orElseThrow());
    return Observation.ok();
  }

  static Observation noticed(Stage stage, Step step) {
    Vouching vouching = stage.portals().vouching().orElseThrow();
    Set<String> accusers = vouching.accusers(step.values().text("noticed"));
    if (accusers.isEmpty()) {
      return Observation.ok("by nobody");
    }
    return Observation.ok(
        accusers.stream()
            .map(
                by -> stage.portals().domains().contains(by) ? "by another portal" : "by a witness")
            .distinct()
            .toArray(String[]::new));
  }

  static Observation honest(Stage stage, Step step) {
    StepValues values = step.values();
    HostilePortal portal = stage.portals().hostile().at(values.text("honest"));
    Optional<HostileBehaviour> lie = values.optionalText("as").flatMap(HostileBehaviour::named);
    if (lie.isPresent()) {
      portal.end(lie.get(), values.optionalText("to"));
    } else {
      portal.end();
    }
    return Observation.ok();
  }
}
