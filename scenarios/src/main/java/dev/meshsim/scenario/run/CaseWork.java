package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A case over one store, with the reports that write its files. */
final class CaseWork implements OrderedWork.Work {

  private final String label;
  private final Case one;
  private final RunStore store;
  private final RunOptions options;
  private final ResultsDirectory results;
  private final Supplier<List<RunListener>> reports;
  private final BiConsumer<ScenarioResult, Optional<ScenarioTrace>> prepare;
  private final Function<String, StepAction> actions;
  private final RunControls controls;
  private Optional<ScenarioPlace> place = Optional.empty();

  CaseWork(
      String label,
      Case one,
      RunStore store,
      RunOptions options,
      ResultsDirectory results,
      Supplier<List<RunListener>> reports,
      BiConsumer<ScenarioResult, Optional<ScenarioTrace>> prepare,
      Function<String, StepAction> actions,
      RunControls controls) {
    this.label = label;
    this.one = one;
    this.store = store;
    this.options = options;
    this.results = results;
    this.reports = reports;
    this.prepare = prepare;
    this.actions = actions;
    this.controls = controls;
  }

  String label() {
    return label;
  }

  /** Sends the events of the case to its own reports, then on. */
  private final class Told implements RunListener {

    private final List<RunListener> own = reports.get();
    private final RunListener rest;
    private Optional<ScenarioTrace> trace = Optional.empty();

    private Told(RunListener rest) {
      this.rest = rest;
    }

    @Override
    public void on(RunEvent event) {
      own.forEach(report -> report.on(event));
      if (event instanceof RunEvent.ScenarioTraced traced) {
        trace = Optional.of(traced.trace());
      } else if (event instanceof RunEvent.ScenarioFinished finished) {
        prepare.accept(finished.result(), trace);
      }
      rest.on(event);
    }
  }

  @Override
  public void run(RunListener listener) {
    RunListener events = new Told(listener);
    Scenario scenario = one.scenario();
    ScenarioInfo info = options.info(one, label, store.name());
    events.on(new RunEvent.ScenarioStarted(info));
    Optional<String> inapplicable = options.inapplicable(scenario, store.name());
    if (inapplicable.isPresent()) {
      events.on(
          new RunEvent.ScenarioFinished(
              ScenarioRun.leftOut(
                  info, scenario, inapplicable.get(), options.repeat(one, store.name()))));
      return;
    }
    ScenarioPlace made = results.place(label, one.name(), store, ScenarioRun.directories(scenario));
    place = Optional.of(made);
    ScenarioRun run =
        new ScenarioRun(one, options, made, actions, controls.link(), controls.stop());
    if (controls.timeout().isEmpty()) {
      run.run(events);
      return;
    }
    TimedCase timed =
        new TimedCase(
            info, scenario, options.repeat(one, store.name()), controls.timeout().get(), events);
    timed.run(() -> run.run(timed::take));
  }

  @Override
  public void discard() {
    place.ifPresent(ScenarioPlace::discard);
  }
}
