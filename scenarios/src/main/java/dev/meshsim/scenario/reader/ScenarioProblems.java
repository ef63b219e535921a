package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ValueType;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the problems of one file, so that all are reported at once. */
final class ScenarioProblems {

  private static final int SHOWN_ROWS = 3;

  /** The rows in which each problem occurs; none for a problem outside the steps of a row. */
  private final Map<Problem, List<String>> found = new LinkedHashMap<>();

  private Optional<String> row = Optional.empty();
  private int rows;

  ScenarioProblems(List<Problem> found) {
    found.forEach(problem -> this.found.put(problem, new ArrayList<>()));
  }

  /**
   * Says which case the problems that follow belong to.
   *
   * @param name the row's name, empty if the scenario has no rows
   * @param all the number of rows
   */
  void inRow(Optional<String> name, int all) {
    row = name;
    rows = all;
  }

  void add(Place place, ErrorCode code, String text, String hint) {
    Problem problem = new Problem(place, code, text, hint);
    List<String> in = found.computeIfAbsent(problem, added -> new ArrayList<>());
    row.filter(name -> !in.contains(name)).ifPresent(in::add);
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
      List<Problem> problems = new ArrayList<>();
      found.forEach((problem, in) -> problems.add(named(problem, in)));
      problems.sort(
          Comparator.comparingInt((Problem problem) -> problem.place().line())
              .thenComparingInt(problem -> problem.place().column()));
      throw new ScenarioException(problems);
    }
  }

  /** The problem, with the rows that have it unless all have. */
  private Problem named(Problem problem, List<String> in) {
    if (in.isEmpty() || (in.size() == rows && rows > 1)) {
      return problem;
    }
    int shown = Math.min(in.size(), SHOWN_ROWS);
    String which = String.join(", ", in.subList(0, shown)) + (shown < in.size() ? ", ..." : "");
    String text = problem.text() + " (row " + which + ")";
    return new Problem(problem.place(), problem.code(), text, problem.hint());
  }
}
