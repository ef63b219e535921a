package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.reader.CheckpointText;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.Choice;
import dev.meshsim.scenario.run.NotedRun;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import dev.meshsim.transparency.service.CheckpointPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An honest portal that makes checkpoints passes the scenarios that it passes without them. */
@Once
class SuiteAtLogsTest {

  private static final List<String> SAMPLE =
      List.of("accounts/d*", "accounts/e*", "escrow/r*", "devices/r*", "applications/c*");

  /** The directories of lies, of orders of requests and of stores that are put back. */
  private static final List<String> OTHERS =
      List.of("hostile/", "small/", "surroundings/", "transparency/", "witnesses/");

  private static boolean isHonest(Case one) {
    return OTHERS.stream().noneMatch(one.name()::startsWith);
  }

  private static final CheckpointPolicy EACH =
      CheckpointText.parse(CheckpointText.EACH_REQUEST).orElseThrow();

  /** Three witnesses, of which machines demand two, and an exchange every hour. */
  private static final LogSetting WATCHED =
      new LogSetting(
          EACH, Optional.of(new LogSetting.Witnesses(2, 3)), Optional.of(Duration.ofHours(1)));

  /** The same cases at portals that make a checkpoint with each request. */
  static RunPlan atLogs(RunPlan plan) {
    return at(LogSetting.alone(EACH), plan);
  }

  /** The same cases at such portals, whose logs are watched by witnesses and each other. */
  static RunPlan atWatchedLogs(RunPlan plan) {
    return at(WATCHED, plan);
  }

  private static RunPlan at(LogSetting setting, RunPlan plan) {
    return new RunPlan(
        plan.rejected(),
        plan.cases().stream()
            .map(
                one ->
                    new Case(
                        one.name(),
                        one.scenario().withLog(setting.among(one.scenario().portals().size())),
                        one.line(),
                        one.tags(),
                        one.needs()))
            .toList());
  }

  /** With {@link Exhaustive} all that say nothing of lies, lost data or the order of requests. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSuitePasses(boolean watched, @TempDir Path out) {
    RunPlan all = RunPlan.of(ScenarioFiles.read(List.of(Golden.root().resolve("scenarios"))));
    RunPlan plan =
        Exhaustive.on()
            ? new RunPlan(
                List.of(), all.cases().stream().filter(SuiteAtLogsTest::isHonest).toList())
            : all.choose(new Choice(List.of(), SAMPLE));
    RunPlan logged = watched ? atWatchedLogs(plan) : atLogs(plan);
    RunTotals totals = new NotedRun(logged, RunOptions.DEFAULT, out).totals();
    assertTrue(plan.cases().size() > 20, plan.cases().size() + " cases");
    assertEquals(plan.cases().size(), totals.passed());
  }
}
