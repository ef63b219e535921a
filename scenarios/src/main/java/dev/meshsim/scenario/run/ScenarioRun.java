package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.portal.migration.LogImport;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.judge.FoundEvidence;
import dev.meshsim.scenario.judge.OracleWatch;
import dev.meshsim.scenario.judge.StepJudge;
import dev.meshsim.scenario.judge.StepsAtOnce;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.recording.Unanswered;
import dev.meshsim.scenario.results.CaseStores;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.surroundings.OnDisks;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A run of one scenario, in a world and a directory of its own. */
final class ScenarioRun {

  private final Case one;
  private final Scenario scenario;
  private final RunOptions options;
  private final ScenarioPlace place;
  private final Path directory;
  private final Function<String, StepAction> actions;
  private final Stop stop;
  private final World clock = World.system();
  private final CaseStores stores;
  private final FoundEvidence evidence;
  private final Unanswered unanswered = new Unanswered();
  private Consumer<Stage> observer = stage -> {};

  ScenarioRun(
      Case one,
      RunOptions options,
      ScenarioPlace place,
      Function<String, StepAction> actions,
      PortalLink link,
      Stop stop) {
    this.one = one;
    this.scenario = one.scenario().inRun(options.seed());
    this.options = options;
    this.place = place;
    this.directory = place.results();
    this.evidence = new FoundEvidence(directory, scenario.portals());
    this.actions = actions;
    this.stop = stop;
    this.stores = new CaseStores(place, scenario, clock, unanswered.over(link), this::importLogs);
  }

  /** Gives the stage to {@code next} before the first step. */
  ScenarioRun observedBy(Consumer<Stage> next) {
    observer = next;
    return this;
  }

  /** The directories in which its machines, and its portals, keep their data. */
  static List<String> directories(Scenario scenario) {
    return RunStore.directories(scenario.machines(), scenario.portals().size());
  }

  /** The result of a scenario that is not run, with the reason at each step. */
  static ScenarioResult leftOut(
      ScenarioInfo info, Scenario scenario, String why, RepeatCommand repeat) {
    return new ScenarioResult(
        info,
        Verdict.NOT_APPLICABLE,
        scenario.steps().stream().map(step -> StepJudge.leftOut(step, why)).toList(),
        List.of(),
        Duration.ZERO,
        repeat);
  }

  /** Runs every step until one fails, and sends each event of the scenario but its start. */
  ScenarioResult run(RunListener events) {
    Instant start = clock.now();
    List<StepResult> results = new ArrayList<>();
    try {
      discardElsewhere();
      try {
        play(results, events);
      } finally {
        discardElsewhere();
      }
    } catch (MeshException e) {
      breakOff(results, StepJudge.withHint(e), false);
    } catch (RuntimeException e) {
      writeInternalError(e);
      breakOff(results, "internal error outside the step: " + StepJudge.place(e), true);
    }
    ScenarioResult result =
        new ScenarioResult(
            options.info(one, place.label(), place.store().name()),
            verdict(results),
            results,
            evidence.accusations(),
            Duration.between(start, clock.now()),
            options.repeat(one, place.store().name()));
    events.on(new RunEvent.ScenarioFinished(result));
    return result;
  }

  private void play(List<StepResult> results, RunListener events) {
    try (Stage stage = stage()) {
      observer.accept(stage);
      evidence.watch(stage, () -> Math.min(results.size() + 1, scenario.steps().size()));
      StepJudge judge = new StepJudge(stage, actions, this::writeInternalError);
      OracleWatch oracles =
          options.isElsewhere()
              ? OracleWatch.none(stage)
              : new OracleWatch(stage, scenario, options.seed());
      boolean going = true;
      while (results.size() < scenario.steps().size()) {
        Step step = scenario.steps().get(results.size());
        going &= !stop.isRequested();
        List<StepResult> next =
            !going
                ? List.of(StepJudge.passedOver(step))
                : step.stepsAtOnce() > 0
                    ? new StepsAtOnce(stage, judge).run(step, StepsAtOnce.after(step, scenario))
                    : List.of(judge.run(step));
        for (StepResult each : next) {
          boolean last = results.size() == scenario.steps().size() - 1;
          Step done = scenario.steps().get(results.size());
          StepResult result = oracles.judge(done, each);
          result = last ? oracles.atEnd(done, judge.atEnd(done, result)) : result;
          result = known(done, result);
          going &= result.verdict() == Verdict.PASSED;
          results.add(result);
          events.on(new RunEvent.StepFinished(place.label(), result));
        }
      }
      finish(stage, events);
      if (options.isElsewhere()) {
        stage.deleteAccounts();
      }
    }
  }

  /** The result of a step that was made, which is undecided if a request had no answer. */
  private StepResult known(Step step, StepResult result) {
    boolean passedOver = result.verdict() == Verdict.UNDECIDED && result.explanation().isEmpty();
    if (passedOver || result.internal() || unanswered.reason().isEmpty()) {
      return result;
    }
    String then = result.explanation().map("; "::concat).orElse("");
    return StepJudge.undecided(step, unanswered.reason().get() + then, false);
  }

  /** A run starts without data on a server and leaves none there; files are kept as results. */
  private void discardElsewhere() {
    place.store().discardElsewhere(place.stores(), directories(scenario));
  }

  /**
   * Ends a scenario that failed outside a step: the next step is undecided, or the last if all were
   * run.
   */
  private void breakOff(List<StepResult> results, String why, boolean internal) {
    int reached = Math.min(results.size(), scenario.steps().size() - 1);
    results.subList(reached, results.size()).clear();
    for (Step step : scenario.steps().subList(reached, scenario.steps().size())) {
      results.add(
          results.size() == reached
              ? StepJudge.undecided(step, why, internal)
              : StepJudge.passedOver(step));
    }
  }

  private Stage stage() {
    SeededWorld world = CaseWorld.of(options.seed(), scenario.caseName());
    if (options.isElsewhere()) {
      // The portal goes by real time.
      world.advance(Duration.between(world.now(), clock.now()));
    }
    return new Stage(
        world,
        scenario,
        options.dialectOf(scenario),
        options.suiteOf(scenario),
        onDisks() ? new OnDisks(stores, place.store().name()) : stores);
  }

  private boolean onDisks() {
    return scenario.needs().contains(Need.DISK);
  }

  /**
   * Imports the scenario's logs into the first portal's store, and moves the world's time past
   * their last record.
   */
  private void importLogs(SeededWorld world, PortalStore store) {
    if (scenario.logs().isEmpty()) {
      return;
    }
    List<Path> logs =
        scenario.logs().stream().map(Path.of(scenario.file())::resolveSibling).toList();
    LogImport.Report report = LogImport.run(logs, scenario.portal(), store);
    if (report.dialect() != options.dialectOf(scenario)) {
      throw RunException.otherDialect(report.dialect(), options.dialectOf(scenario));
    }
    String notes =
        report.notes().stream()
            .map(note -> note.place() + ": " + note.text() + "\n")
            .collect(Collectors.joining());
    ResultsDirectory.write(directory.resolve(ResultsDirectory.IMPORTED), Bytes.utf8(notes));
    store
        .lastWrite()
        .map(last -> Duration.between(world.now(), last))
        .filter(ahead -> !ahead.isNegative())
        .ifPresent(world::advance);
  }

  private void finish(Stage stage, RunListener events) {
    evidence.write();
    // The portals' records are then not in the logs of the results.
    if (onDisks() || place.store().portal().isPresent()) {
      for (int number = 1; number <= scenario.portals().size(); number++) {
        try (PortalStore logs = stores.logs(number)) {
          PortalTransfer.copy(stage.portalStores().get(number - 1), logs);
        }
      }
    }
    events.on(
        new RunEvent.ScenarioTraced(
            place.label(),
            new ScenarioTrace(
                scenario.caseName(),
                scenario.purpose(),
                options.settingOf(scenario, place.store().name()),
                stage.cast(),
                stage.traced(),
                stage.privateData().displays())));
  }

  private void writeInternalError(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    ResultsDirectory.write(
        directory.resolve(ResultsDirectory.INTERNAL_ERROR), Bytes.utf8(trace.toString()));
  }

  private static Verdict verdict(List<StepResult> results) {
    boolean failed = results.stream().anyMatch(step -> step.verdict() == Verdict.FAILED);
    boolean undecided = results.stream().anyMatch(step -> step.verdict() == Verdict.UNDECIDED);
    return failed ? Verdict.FAILED : undecided ? Verdict.UNDECIDED : Verdict.PASSED;
  }
}
