package dev.meshsim.scenario.judge;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a run that oracles watch: no fault happens any more, portals are back, clocks are
 * right, and every machine with a profile catches up. What a machine then does not have, it has a
 * reason for.
 */
public final class Settlement {

  /** A machine may learn from another's refresh that it has to publish again. */
  private static final List<String> CALLS =
      List.of("refresh", "publishAgain", "refresh", "application");

  private Settlement() {}

  /**
   * Lets everything settle.
   *
   * @param step the number of the last step, which what is sent belongs to
   */
  public static void of(Stage stage, int step) {
    stage.endFaults();
    for (String machine : stage.machineNames()) {
      for (String word : CALLS) {
        if (stage.possessions(machine).contains(Possession.SESSION)) {
          call(stage, step, word, machine);
        }
      }
    }
  }

  private static void call(Stage stage, int number, String word, String machine) {
    Step step =
        new Step(
            number,
            new Place("settlement", 1, 1),
            StepKinds.named(word).orElseThrow(),
            machine,
            new StepValues(word.equals("application") ? Map.of(word, "PasswordProfile") : Map.of()),
            List.of(),
            Optional.empty());
    stage.begin(step);
    try {
      stage.calls().perform(step, StepActions.of(word));
    } catch (MeshException e) {
      // The oracles have seen it: it is the machine's reason.
      return;
    }
  }
}
