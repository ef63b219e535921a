package dev.meshsim.report.listener;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.Accusation;
import dev.meshsim.report.MeshLayout;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a run as one JSON object, for programs. It contains nothing that varies from
 * machine to machine or from moment to moment, so two runs of one seed give equal texts.
 */
public final class JsonReport implements Report {

  /** The report's name. */
  public static final String NAME = "json";

  private static final String FILE = "results.json";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "the verdict of every step, for programs"));
  }

  /** Writes the file when the run has ended. */
  @Override
  public RunListener listener(ReportTarget target) {
    return new Collector(target);
  }

  /**
   * Collects the results of one run, each as the octets of its JSON: a run may have many cases, and
   * objects take several times the memory.
   */
  private static final class Collector implements RunListener {

    private final ReportTarget target;
    private final List<Bytes> scenarios = new ArrayList<>();
    private final List<Map<String, Object>> rejections = new ArrayList<>();
    private Optional<RunEvent.RunStopped> stopped = Optional.empty();

    private Collector(ReportTarget target) {
      this.target = target;
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.ScenarioFinished finished) {
        scenarios.add(Bytes.utf8(MeshJson.toTree(scenario(finished.result())).toString()));
      } else if (event instanceof RunEvent.ScenarioRejected rejected) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", rejected.file());
        object.put("problems", rejected.problems());
        rejections.add(object);
      } else if (event instanceof RunEvent.RunStopped stop) {
        stopped = Optional.of(stop);
      } else if (event instanceof RunEvent.RunFinished finished) {
        target.writeRunFile(FILE, Bytes.utf8(text(finished)));
      }
    }

    private String text(RunEvent.RunFinished finished) {
      RunTotals totals = finished.totals();
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("seed", finished.identity().seed());
      object.put("passed", totals.passed());
      object.put("failed", totals.failed());
      object.put("undecided", totals.undecided());
      object.put("notApplicable", totals.notApplicable());
      object.put("rejected", totals.rejected());
      if (stopped.isPresent()) {
        object.put("stoppedBy", stopped.get().reason());
        object.put("notRun", stopped.get().notRun());
      }
      object.put("scenarios", scenarios.stream().map(MeshJson::readTree).toList());
      object.put("rejections", rejections);
      return MeshLayout.whole(MeshJson.toTree(object)) + "\n";
    }
  }

  private static Map<String, Object> scenario(ScenarioResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", result.name());
    object.put("purpose", result.purpose());
    object.put("verdict", result.verdict().word());
    if (result.verdict() == Verdict.NOT_APPLICABLE) {
      object.put("reason", result.reason());
    }
    object.put("steps", result.steps().stream().map(JsonReport::step).toList());
    if (!result.accusations().isEmpty()) {
      object.put("accusations", result.accusations().stream().map(JsonReport::accusation).toList());
    }
    return object;
  }

  private static Map<String, Object> accusation(Accusation one) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("step", one.step());
    object.put("time", one.time().toString());
    object.put("by", one.by());
    object.put("shown", one.shown());
    object.put("evidence", one.file());
    return object;
  }

  private static Map<String, Object> step(StepResult step) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("number", step.number());
    object.put("place", step.place());
    object.put("step", step.title());
    object.put("verdict", step.verdict().word());
    step.explanation().ifPresent(text -> object.put("explanation", text));
    step.expected().ifPresent(text -> object.put("expected", text));
    step.found().ifPresent(text -> object.put("found", text));
    step.info().because().ifPresent(text -> object.put("because", text));
    return object;
  }
}
