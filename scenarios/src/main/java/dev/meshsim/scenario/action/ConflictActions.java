package dev.meshsim.scenario.action;

import dev.meshsim.profile.merge.Difference;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.application.ApplicationSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The actions on the conflict that an update has left. */
final class ConflictActions {

  private ConflictActions() {}

  static Observation conflict(Stage stage, Step step) {
    Optional<Merge<Record>> conflict = stage.actor(step).application().conflict();
    if (conflict.isEmpty()) {
      return Observation.ok("no conflict");
    }
    List<Difference<?>> differences = conflict.get().differences();
    List<String> seen = new ArrayList<>(List.of(differences.size() + " differences"));
    differences.forEach(difference -> seen.add("differs " + difference.what()));
    return Observation.ok(seen);
  }

  static Observation resolve(Stage stage, Step step) {
    ApplicationSession application = stage.actor(step).application();
    if (application.conflict().isEmpty()) {
      throw new MissingThingException(
          step.actor(), "conflict", "an update that fails with conflict.differs leaves one");
    }
    application.resolve(Side.valueOf(step.values().text("resolve").toUpperCase(Locale.ROOT)));
    return Observation.ok();
  }
}
