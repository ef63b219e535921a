package dev.meshsim.report;

import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The run's results as one JSON object, for programs. It names nothing that varies from machine to
 * machine or from moment to moment, so two runs of one seed give the same text.
 */
public final class JsonReport implements RunListener {

  private final Consumer<String> target;
  private final List<Map<String, Object>> scenarios = new ArrayList<>();
  private final List<Map<String, Object>> rejections = new ArrayList<>();

  /** Hands the text, which ends in a line feed, to {@code target} when the run has ended. */
  public JsonReport(Consumer<String> target) {
    this.target = target;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioFinished finished) {
      scenarios.add(scenario(finished.result()));
    } else if (event instanceof RunEvent.ScenarioRejected rejected) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", rejected.file());
      object.put("problems", rejected.problems());
      rejections.add(object);
    } else if (event instanceof RunEvent.RunFinished finished) {
      target.accept(text(finished));
    }
  }

  private String text(RunEvent.RunFinished finished) {
    RunTotals totals = finished.totals();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("seed", finished.identity().seed());
    object.put("passed", totals.passed());
    object.put("failed", totals.failed());
    object.put("undecided", totals.undecided());
    object.put("rejected", totals.rejected());
    object.put("scenarios", scenarios);
    object.put("rejections", rejections);
    return MeshLayout.whole(MeshJson.toTree(object)) + "\n";
  }

  private static Map<String, Object> scenario(ScenarioResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", result.name());
    object.put("purpose", result.purpose());
    object.put("verdict", result.verdict().word());
    object.put("steps", result.steps().stream().map(JsonReport::step).toList());
    return object;
  }

  private static Map<String, Object> step(StepResult step) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("number", step.number());
    object.put("place", step.place());
    object.put("step", step.title());
    object.put("verdict", step.verdict().word());
    step.explanation().ifPresent(text -> object.put("explanation", text));
    return object;
  }
}
