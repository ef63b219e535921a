package dev.meshsim.scenario.action;

import dev.meshsim.protocol.Transaction;
import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.MessageFaults;
import java.util.Arrays;
import java.util.Optional;

/** The actions on what surrounds the machines. */
final class SurroundingActions {

  private SurroundingActions() {}

  static Observation pass(Stage stage, Step step) {
    stage.pass(DurationText.parse(step.values().text("wait")).orElseThrow());
    return Observation.ok();
  }

  static Observation restart(Stage stage, Step step) {
    stage.restart(step.actor());
    return Observation.ok();
  }

  static Observation restartPortal(Stage stage, Step step) {
    stage.restartPortal(step.values().text("restartPortal"));
    return Observation.ok();
  }

  static Observation away(Stage stage, Step step) {
    stage.portal(step.values().text("away")).away(true);
    return Observation.ok();
  }

  static Observation fault(Stage stage, Step step) {
    StepValues values = step.values();
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
        .plan(
            new MessageFaults.Planned(
                Fault.named(values.text("fault")).orElseThrow(),
                transaction,
                values.optionalText("portal"),
                step.place() + " (" + step.title() + ")"));
    return Observation.ok();
  }

  static Observation clock(Stage stage, Step step) {
    stage
        .environment(step.actor())
        .world()
        .shift(DurationText.parseShift(step.values().text("clock")).orElseThrow());
    return Observation.ok();
  }

  static Observation back(Stage stage, Step step) {
    stage.portal(step.values().text("back")).away(false);
    return Observation.ok();
  }
}
