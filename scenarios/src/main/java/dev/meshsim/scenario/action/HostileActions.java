package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.hostile.HostilePortal;
import java.util.Optional;

/** The actions that make a portal lie. */
final class HostileActions {

  private static final String LIE = "as";
  private static final String VICTIM = "to";

  private HostileActions() {}

  static Observation hostile(Stage stage, Step step) {
    StepValues values = step.values();
    stage
        .hostile()
        .at(values.text("hostile"))
        .begin(
            HostileBehaviour.named(values.text(LIE)).orElseThrow(),
            values.optionalText(VICTIM),
            step.place() + " (" + step.title() + ")");
    return Observation.ok();
  }

  static Observation honest(Stage stage, Step step) {
    StepValues values = step.values();
    HostilePortal portal = stage.hostile().at(values.text("honest"));
    Optional<HostileBehaviour> lie = values.optionalText(LIE).flatMap(HostileBehaviour::named);
    if (lie.isPresent()) {
      portal.end(lie.get(), values.optionalText(VICTIM));
    } else {
      portal.end();
    }
    return Observation.ok();
  }
}
