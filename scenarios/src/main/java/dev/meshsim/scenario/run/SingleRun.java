package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.PrivateData;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.sim.oracle.RunSecrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of one case by itself, with all that a document may show of it. */
public final class SingleRun {

  /**
   * A case that was run.
   *
   * @param result its verdict and steps
   * @param trace its messages; empty if it broke off
   * @param secrets its secrets
   * @param shares the texts of the shares that steps have made, by the number of the step
   */
  public record Recorded(
      ScenarioResult result,
      Optional<ScenarioTrace> trace,
      RunSecrets secrets,
      Map<Integer, List<String>> shares) {}

  private SingleRun() {}

  /**
   * The case that an argument names.
   *
   * @param argument the file, or {@code FILE:LINE} for one case of several
   * @param errors receives the problems of the file, two lines each
   * @return empty if the file has problems
   * @throws RunException {@code scenario.several} if the argument names more than one case, {@code
   *     scenario.not-applicable} if the options contradict the scenario
   */
  public static Optional<Case> find(String argument, RunOptions options, Consumer<Problem> errors) {
    RunPlan plan = ScenarioArguments.plan(List.of(argument));
    if (!plan.rejected().isEmpty()) {
      plan.rejected().stream().flatMap(file -> file.problems().stream()).forEach(errors);
      return Optional.empty();
    }
    if (plan.cases().size() > 1) {
      throw RunException.several(argument, plan.cases());
    }
    Case one = plan.cases().get(0);
    Optional<String> inapplicable = options.inapplicable(one.scenario(), options.store());
    if (inapplicable.isPresent()) {
      throw RunException.notApplicable(one.file(), inapplicable.get());
    }
    return Optional.of(one);
  }

  /**
   * Runs a case.
   *
   * @param directory the directory of its results and of its portals' logs
   * @param reports receive its events
   */
  public static Recorded run(
      Case one, RunOptions options, Path directory, List<RunListener> reports) {
    RunSecrets secrets = new RunSecrets();
    AtomicReference<PrivateData> shown = new AtomicReference<>();
    ScenarioTrace[] trace = new ScenarioTrace[1];
    RunListener all =
        event -> {
          if (event instanceof RunEvent.ScenarioTraced traced) {
            trace[0] = traced.trace();
          }
          reports.forEach(report -> report.on(event));
        };
    ScenarioPlace place = place(one.scenario(), options, directory);
    all.on(new RunEvent.ScenarioStarted(options.info(one, place.label(), options.store())));
    ScenarioRun run =
        new ScenarioRun(
            one,
            options,
            place,
            StepActions::of,
            PortalLink.DIRECT.in(options.encoding()),
            new Stop());
    run.observedBy(
        stage -> {
          stage.watch(secrets::on);
          shown.set(stage.privateData());
        });
    ScenarioResult result = run.run(all);
    return new Recorded(result, Optional.ofNullable(trace[0]), secrets, shares(shown.get()));
  }

  /** None if the run broke off before its stage was there. */
  private static Map<Integer, List<String>> shares(@Nullable PrivateData shown) {
    return shown == null ? Map.of() : shown.shares();
  }

  private static ScenarioPlace place(Scenario scenario, RunOptions options, Path directory) {
    return new ScenarioPlace(
        scenario.caseName(),
        RunStore.named(options.store()),
        directory,
        directory.resolve(ResultsDirectory.STORES));
  }
}
