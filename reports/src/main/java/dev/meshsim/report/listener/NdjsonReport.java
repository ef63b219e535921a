package dev.meshsim.report.listener;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.TracedExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a run as they happen, one JSON object a line (NDJSON), for programs that follow it.
 * Each has the member {@code event}. The times are of the simulated world, so two runs of one seed
 * give equal lines.
 */
public final class NdjsonReport implements Report {

  private static final String FILE = "events.ndjson";

  @Override
  public String name() {
    return "ndjson";
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "every event as it happens, for programs"));
  }

  /** Writes each line when its event happens. */
  @Override
  public RunListener listener(ReportTarget target) {
    return event -> {
      if (event instanceof RunEvent.ScenarioTraced traced) {
        for (TracedExchange exchange : traced.trace().exchanges()) {
          line(target, exchange(traced.scenario(), exchange));
        }
      } else {
        line(target, object(event));
      }
    };
  }

  private static void line(ReportTarget target, Map<String, Object> object) {
    target.appendRunFile(FILE, Bytes.utf8(MeshJson.toTree(object) + "\n"));
  }

  private static Map<String, Object> object(RunEvent event) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (event instanceof RunEvent.RunStarted started) {
      object.put("event", "run started");
      object.put("seed", started.identity().seed());
      object.put("options", started.identity().options());
      object.put("cases", started.cases());
    } else if (event instanceof RunEvent.ScenarioRejected rejected) {
      object.put("event", "file rejected");
      object.put("file", rejected.file());
      object.put("problems", rejected.problems());
    } else if (event instanceof RunEvent.ScenarioStarted started) {
      object.put("event", "case started");
      info(object, started.scenario());
    } else if (event instanceof RunEvent.StepFinished finished) {
      object.put("event", "step finished");
      object.put("case", finished.scenario());
      step(object, finished.step());
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      object.put("event", "case finished");
      object.put("case", finished.result().name());
      object.put("verdict", finished.result().verdict().word());
      FailureText.line(finished.result()).ifPresent(text -> object.put("why", text));
      if (!finished.result().explained().isEmpty()) {
        object.put("repeat", finished.result().repeat().line());
      }
    } else if (event instanceof RunEvent.RunStopped stopped) {
      object.put("event", "run stopped");
      object.put("reason", stopped.reason());
      object.put("notRun", stopped.notRun());
    } else if (event instanceof RunEvent.ReportFailed failed) {
      object.put("event", "report failed");
      object.put("report", failed.report());
      object.put("problem", failed.problem());
    } else if (event instanceof RunEvent.RunFinished finished) {
      object.put("event", "run finished");
      object.put("totals", finished.totals().text());
      object.put("exitCode", finished.totals().exitCode());
    } else {
      throw new IllegalStateException("no line for " + event.getClass());
    }
    return object;
  }

  private static void info(Map<String, Object> object, ScenarioInfo info) {
    object.put("case", info.name());
    object.put("file", info.file());
    info.line().ifPresent(line -> object.put("line", line));
    object.put("purpose", info.purpose());
    object.put("tags", info.tags());
    object.put("store", info.setting().store());
    object.put("dialect", info.setting().dialect());
    object.put("suite", info.setting().suite());
  }

  private static void step(Map<String, Object> object, StepResult step) {
    object.put("number", step.number());
    object.put("place", step.place());
    object.put("step", step.title());
    step.info().machine().ifPresent(machine -> object.put("machine", machine));
    object.put("verdict", step.verdict().word());
    step.time().ifPresent(time -> object.put("time", time.toString()));
    step.explanation().ifPresent(text -> object.put("why", text));
    step.expected().ifPresent(text -> object.put("expected", text));
    step.found().ifPresent(text -> object.put("found", text));
    step.info().because().ifPresent(text -> object.put("because", text));
  }

  private static Map<String, Object> exchange(String scenario, TracedExchange exchange) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", "message");
    object.put("case", scenario);
    object.put("number", exchange.number());
    object.put("step", exchange.step());
    exchange.machine().ifPresent(machine -> object.put("machine", machine));
    object.put("portal", exchange.portal());
    object.put("transaction", exchange.transaction());
    object.put("response", exchange.responseTag());
    exchange.fault().ifPresent(fault -> object.put("fault", fault));
    exchange
        .wire()
        .ifPresent(
            wire -> {
              object.put("encoding", wire.encoding().mediaType());
              object.put("request octets", wire.request().length());
              object.put("response octets", wire.response().length());
            });
    return object;
  }
}
