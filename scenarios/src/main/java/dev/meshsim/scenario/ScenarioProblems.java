package dev.meshsim.scenario;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the problems of one file, so that all are reported at once. */
final class ScenarioProblems {

  private final List<Problem> found;

  ScenarioProblems(List<Problem> found) {
    this.found = new ArrayList<>(found);
  }

  void add(Place place, ErrorCode code, String text, String hint) {
    found.add(new Problem(place, code, text, hint));
  }

  void wrongType(YamlNode value, String key, ValueType type) {
    wrongType(value, key, type, Optional.empty());
  }

  /**
   * Reports a value of another type.
   *
   * @param near the accepted word that it probably was meant to be
   */
  void wrongType(YamlNode value, String key, ValueType type, Optional<String> near) {
    add(
        value.place(),
        ScenarioException.Code.WRONG_TYPE,
        key + " takes " + type.accepted() + ", not " + value.kind(),
        near.map(DidYouMean::question).orElse("write for example " + key + ": " + type.example()));
  }

  /** Throws all problems in the file's order, if there are any. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(
          Comparator.comparingInt((Problem problem) -> problem.place().line())
              .thenComparingInt(problem -> problem.place().column()));
      throw new ScenarioException(found);
    }
  }
}
