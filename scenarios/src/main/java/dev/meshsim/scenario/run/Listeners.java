package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The listeners of a run: the count, the reports that write files, then those that were given. A
 * report that cannot be written is ended and said to the last ones; the run and the other reports
 * go on.
 */
final class Listeners {

  private final RunCount count;
  private final Map<String, RunListener> writers;
  private final List<RunListener> given;
  private boolean unwritten;

  Listeners(RunControls controls, Path out, ReportChoice choice, List<RunListener> given) {
    this.count = new RunCount(controls);
    this.writers = new LinkedHashMap<>(ReportWriter.ofRun(out, choice));
    this.given = given;
  }

  /** Adds what writes one more file. */
  void add(String file, RunListener writer) {
    writers.put(file, writer);
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
    writers.remove(report);
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
