package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.CaseDirectory;
import dev.meshsim.scenario.results.CaseLog;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs scenarios, and sends what happens to the reports and to the given listeners. */
public final class Runner {

  private final RunOptions options;
  private final Path out;
  private final List<RunListener> listeners;
  private final RunControls controls;
  private final Function<String, StepAction> actions;

  /**
   * Makes a runner.
   *
   * @param out the results directory: the files of every report, and a directory for each scenario
   * @param listeners receive every event too, after the reports that write files
   */
  public Runner(RunOptions options, Path out, List<RunListener> listeners) {
    this(options, out, listeners, RunControls.plain());
  }

  /** Makes a runner that is controlled otherwise than to run one case after another. */
  public Runner(RunOptions options, Path out, List<RunListener> listeners, RunControls controls) {
    this(options, out, listeners, controls, StepActions::of);
  }

  Runner(
      RunOptions options,
      Path out,
      List<RunListener> listeners,
      RunControls controls,
      Function<String, StepAction> actions) {
    this.options = options;
    this.out = out;
    this.listeners = List.copyOf(listeners);
    this.controls = controls;
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
   * @throws RunException {@code scenario.same-name} if two cases have one name
   */
  public RunTotals run(RunPlan plan) {
    List<RunStore> stores = options.stores().stream().map(RunStore::named).toList();
    requireDifferentLabels(plan, stores);
    try (ResultsDirectory results = ResultsDirectory.open(out)) {
      results.clear();
      return run(plan, stores, results);
    }
  }

  /** A row or a store that is added to a name can make it the name of another case. */
  private void requireDifferentLabels(RunPlan plan, List<RunStore> stores) {
    Map<String, Case> labels = new HashMap<>();
    for (Case each : plan.cases()) {
      for (RunStore store : stores) {
        String label = options.label(each, store.name());
        Case other = labels.put(CaseDirectory.folded(label), each);
        if (other != null) {
          throw RunException.sameName(label, other, each);
        }
      }
    }
  }

  private RunTotals run(RunPlan plan, List<RunStore> stores, ResultsDirectory results) {
    Listeners all = new Listeners(controls, out, controls.reports(), listeners);
    List<CaseWork> works = works(plan, stores, results, all);
    List<String> labels = works.stream().map(CaseWork::label).toList();
    RunIdentity identity = identity(plan);
    all.tell(new RunEvent.RunStarted(identity, labels));
    Map<String, Object> head = options.recorded(controls.arguments());
    plan.shard().record(head, plan.whole());
    all.add(CaseLog.FILE, CaseLog.begin(out, head, labels));
    for (ScenarioFile file : plan.rejected()) {
      List<String> problems = file.problems().stream().map(Problem::lines).toList();
      all.tell(new RunEvent.ScenarioRejected(file.file(), problems));
    }
    int done = new OrderedWork(controls.jobs(), controls.stop()::isRequested).run(works, all::tell);
    controls
        .stop()
        .reason()
        .filter(why -> done < works.size())
        .ifPresent(why -> all.tell(new RunEvent.RunStopped(why, works.size() - done)));
    all.tell(new RunEvent.RunFinished(identity, all.totals(), out));
    return all.totals();
  }

  private List<CaseWork> works(
      RunPlan plan, List<RunStore> stores, ResultsDirectory results, Listeners all) {
    Supplier<List<RunListener>> reports = ReportWriter.ofEachScenario(out, controls.reports());
    List<CaseWork> works = new ArrayList<>();
    for (Case each : plan.cases()) {
      for (RunStore store : stores) {
        String label = options.label(each, store.name());
        if (controls.only().map(chosen -> chosen.contains(label)).orElse(true)) {
          works.add(
              new CaseWork(
                  label, each, store, options, results, reports, all::prepare, actions, controls));
        }
      }
    }
    return works;
  }

  private RunIdentity identity(RunPlan plan) {
    Map<String, String> digests =
        plan.cases().stream()
            .collect(Collectors.toMap(Case::name, each -> each.scenario().digest()));
    return Software.identity(options, digests);
  }
}
