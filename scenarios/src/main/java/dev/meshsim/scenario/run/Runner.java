package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs scenarios, and sends what happens to the reports and to the given listeners. */
public final class Runner {

  private final RunOptions options;
  private final Path out;
  private final List<RunListener> listeners;
  private final Function<String, StepAction> actions;

  /**
   * Makes a runner.
   *
   * @param out the results directory: the files of every report, and a directory for each scenario
   * @param listeners receive every event too, before the reports that write files
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
   * Runs every file that is a scenario, and reports the problems of the others.
   *
   * @throws ResultsException {@code results.foreign} if the directory for the results holds
   *     anything else
   * @throws ResultsException {@code results.in-use} if another run writes to it
   */
  public RunTotals run(List<ScenarioFile> files) {
    return run(RunPlan.of(files));
  }

  /**
   * Runs the cases of a plan, and reports the problems of the files that are no scenarios.
   *
   * @throws ResultsException as {@link #run(List)} does
   */
  public RunTotals run(RunPlan plan) {
    List<RunStore> stores = options.stores().stream().map(RunStore::named).toList();
    try (ResultsDirectory results = ResultsDirectory.open(out)) {
      results.clear();
      return run(plan, stores, results);
    }
  }

  private RunTotals run(RunPlan plan, List<RunStore> stores, ResultsDirectory results) {
    List<RunListener> all = new ArrayList<>(listeners);
    all.addAll(ReportWriter.ofRun(out));
    RunIdentity identity = identity(plan);
    tell(all, new RunEvent.RunStarted(identity));
    RunTotals totals = RunTotals.NONE;
    for (ScenarioFile file : plan.rejected()) {
      List<String> problems = file.problems().stream().map(Problem::lines).toList();
      tell(all, new RunEvent.ScenarioRejected(file.file(), problems));
      totals = totals.plusRejected();
    }
    for (Case each : plan.cases()) {
      for (RunStore store : stores) {
        totals = totals.plus(run(each, store, results, all));
      }
    }
    tell(all, new RunEvent.RunFinished(identity, totals, out));
    return totals;
  }

  private ScenarioResult run(
      Case one, RunStore store, ResultsDirectory results, List<RunListener> all) {
    Scenario scenario = one.scenario();
    String label = label(one, store.name());
    tell(all, new RunEvent.ScenarioStarted(label, scenario.purpose()));
    Optional<String> inapplicable = options.inapplicable(scenario);
    if (inapplicable.isPresent()) {
      ScenarioResult leftOut =
          ScenarioRun.leftOut(
              scenario, label, inapplicable.get(), options.repeat(one, store.name()));
      tell(all, new RunEvent.ScenarioFinished(leftOut));
      return leftOut;
    }
    ScenarioPlace place =
        results.place(label, one.name(), store, ScenarioRun.directories(scenario));
    return new ScenarioRun(one, options, place, actions).run(event -> tell(all, event));
  }

  /**
   * The name in the report: {@code name@store}, or only the name if there is one store or it is
   * memory.
   */
  private String label(Case one, String store) {
    boolean single = !options.store().equals(RunOptions.ALL_STORES);
    return single || store.equals(RunOptions.DEFAULT_STORE) ? one.name() : one.name() + "@" + store;
  }

  private RunIdentity identity(RunPlan plan) {
    Map<String, String> digests =
        plan.cases().stream()
            .collect(Collectors.toMap(Case::name, each -> each.scenario().digest()));
    return Software.identity(options, digests);
  }

  private static void tell(List<RunListener> all, RunEvent event) {
    all.forEach(listener -> listener.on(event));
  }
}
