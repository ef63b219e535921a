package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The listeners of a run: the count, the reports that write files, then those that were given. A
 * report that cannot be written is ended and said to the last ones; the run and the other reports
 * go on.
 */
final class Listeners {

  private final RunCount count;

  /** Replaced as a whole when it changes, since the cases' threads read it. */
  private volatile Map<String, RunListener> writers;

  private final List<RunListener> given;
  private boolean unwritten;

  Listeners(RunControls controls, Path out, ReportChoice choice, List<RunListener> given) {
    this.count = new RunCount(controls);
    this.writers = ReportWriter.ofRun(out, choice);
    this.given = given;
  }

  /** Adds what writes one more file. */
  void add(String file, RunListener writer) {
    Map<String, RunListener> more = new LinkedHashMap<>(writers);
    more.put(file, writer);
    writers = more;
  }

  /** Lets all prepare the report of a case, in the thread of the case. */
  void prepare(ScenarioResult result, Optional<ScenarioTrace> trace) {
    writers.values().forEach(writer -> writer.prepare(result, trace));
    given.forEach(listener -> listener.prepare(result, trace));
  }

  /** Tells all of an event. */
  void tell(RunEvent event) {
    count.on(event);
    Map<String, ResultsException> failures = new LinkedHashMap<>();
    writers.forEach(
        (name, writer) -> {
          try {
            writer.on(event);
          } catch (ResultsException e) {
            failures.put(name, e);
          }
        });
    failures.forEach(this::end);
    RunEvent told =
        event instanceof RunEvent.RunFinished finished
            ? new RunEvent.RunFinished(finished.identity(), totals(), finished.directory())
            : event;
    given.forEach(listener -> listener.on(told));
  }

  private void end(String report, ResultsException failure) {
    Map<String, RunListener> fewer = new LinkedHashMap<>(writers);
    fewer.remove(report);
    writers = fewer;
    unwritten = true;
    String problem = failure.problem() + "\nhint: " + failure.hint();
    RunEvent failed = new RunEvent.ReportFailed(report, problem);
    given.forEach(listener -> listener.on(failed));
  }

  /** The totals so far. */
  RunTotals totals() {
    return unwritten ? count.totals().plusUnwritten() : count.totals();
  }
}
