package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.IdentityReport;
import dev.meshsim.report.JsonReport;
import dev.meshsim.report.JunitReport;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs scenarios, writes their results, and tells the listeners what happens. */
public final class Runner {

  private final RunOptions options;
  private final Path out;
  private final List<RunListener> listeners;
  private final Function<String, StepAction> actions;

  /**
   * Makes a runner.
   *
   * @param out where the results go: {@code run.json}, {@code results.json}, {@code junit.xml} and
   *     a directory for each scenario
   * @param listeners told of everything, besides those that write these files
   */
  public Runner(RunOptions options, Path out, List<RunListener> listeners) {
    this(options, out, listeners, StepActions::of);
  }

  Runner(
      RunOptions options,
      Path out,
      List<RunListener> listeners,
      Function<String, StepAction> actions) {
    this.options = options;
    this.out = out;
    this.listeners = List.copyOf(listeners);
    this.actions = actions;
  }

  /**
   * Runs every file that is a scenario, and reports those that are none.
   *
   * @throws ResultsException.Foreign if the directory for the results holds anything else
   * @throws ResultsException.InUse if another run writes to it
   */
  public RunTotals run(List<ScenarioFile> files) {
    List<RunStore> stores = RunStore.of(options.stores());
    try (ResultsDirectory results = ResultsDirectory.open(out)) {
      // Before anything is replaced.
      for (Scenario scenario : files.stream().flatMap(f -> f.scenario().stream()).toList()) {
        stores.forEach(
            store -> results.requireClosed(label(scenario, store.name()), scenario.name(), store));
      }
      return run(files, stores, results);
    }
  }

  private RunTotals run(List<ScenarioFile> files, List<RunStore> stores, ResultsDirectory results) {
    List<RunListener> all = new ArrayList<>(listeners);
    all.add(new IdentityReport(text -> write(ResultsDirectory.RUN, text)));
    all.add(new JsonReport(text -> write(ResultsDirectory.RESULTS, text)));
    all.add(new JunitReport(text -> write(ResultsDirectory.JUNIT, text)));
    RunIdentity identity = identity(files);
    tell(all, new RunEvent.RunStarted(identity));
    RunTotals totals = RunTotals.NONE;
    for (ScenarioFile file : files) {
      if (file.scenario().isPresent()) {
        for (RunStore store : stores) {
          totals = totals.plus(run(file.scenario().get(), store, results, all));
        }
      } else {
        List<String> problems = file.problems().stream().map(Problem::lines).toList();
        tell(all, new RunEvent.ScenarioRejected(file.file(), problems));
        totals = totals.plusRejected();
      }
    }
    tell(all, new RunEvent.RunFinished(identity, totals, out));
    return totals;
  }

  private ScenarioResult run(
      Scenario scenario, RunStore store, ResultsDirectory results, List<RunListener> all) {
    String label = label(scenario, store.name());
    tell(all, new RunEvent.ScenarioStarted(label, scenario.purpose()));
    ScenarioPlace place =
        results.place(label, scenario.name(), store, ScenarioRun.directories(scenario));
    ScenarioResult result =
        new ScenarioRun(scenario, options, place, actions)
            .run(step -> tell(all, new RunEvent.StepFinished(label, step)));
    tell(all, new RunEvent.ScenarioFinished(result));
    return result;
  }

  /** Where a scenario is run over several stores, its name alone is that of the run in memory. */
  private String label(Scenario scenario, String store) {
    boolean one = !options.store().equals(RunOptions.ALL_STORES);
    return one || store.equals(RunOptions.DEFAULT_STORE)
        ? scenario.name()
        : scenario.name() + "@" + store;
  }

  private RunIdentity identity(List<ScenarioFile> files) {
    Map<String, String> digests =
        files.stream()
            .flatMap(file -> file.scenario().stream())
            .collect(Collectors.toMap(Scenario::name, Scenario::digest));
    return Software.identity(options, digests);
  }

  private void write(String name, String text) {
    ResultsDirectory.write(out.resolve(name), Bytes.utf8(text));
  }

  private static void tell(List<RunListener> all, RunEvent event) {
    all.forEach(listener -> listener.on(event));
  }
}
