package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.Choice;
import dev.meshsim.scenario.run.NotedRun;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.hostile.Notice;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every lie of a portal has its scenario, and the page says what came of it. */
@Once
class ThreatsPageTest {

  private static RunPlan plan;
  private static NotedRun run;
  private static NotedRun logged;
  private static NotedRun watched;

  @BeforeAll
  static void run(@TempDir Path out) throws IOException {
    plan =
        RunPlan.of(ScenarioFiles.read(List.of(Golden.root().resolve("scenarios"))))
            .choose(new Choice(List.of(), List.of("hostile/*")));
    run = new NotedRun(plan, RunOptions.DEFAULT, out.resolve("plain"));
    logged = new NotedRun(SuiteAtLogsTest.atLogs(plan), RunOptions.DEFAULT, out.resolve("logged"));
    watched =
        new NotedRun(
            SuiteAtLogsTest.atWatchedLogs(plan), RunOptions.DEFAULT, out.resolve("watched"));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(
        Golden.root().resolve("docs/threats.md"),
        ThreatsPage.markdown(plan.cases(), run.met(), logged.met(), watched));
  }

  @Test
  void everyScenarioPasses() {
    assertEquals(plan.cases().size(), run.totals().passed());
    assertTrue(plan.cases().size() >= HostileBehaviour.values().length);
  }

  /** Only with {@link Exhaustive}: keys of RSA take long to make. */
  @Test
  void everyScenarioPassesInPortal2017(@TempDir Path out) {
    assumeTrue(Exhaustive.on(), "long: only with -Dmeshsim.exhaustive=true");
    RunOptions options =
        new RunOptions(
            RunOptions.DEFAULT_SEED,
            Optional.of(Dialect.PORTAL_2017),
            Optional.empty(),
            RunOptions.DEFAULT_STORE);
    RunTotals totals = new NotedRun(plan, options, out).totals();
    assertEquals(plan.cases().size(), totals.passed() + totals.notApplicable());
  }

  @Test
  void everyLieIsShownInEachDialectInWhichItDiffers() {
    Set<String> missing = new TreeSet<>();
    for (HostileBehaviour lie : HostileBehaviour.values()) {
      Set<Dialect> shown =
          plan.cases().stream()
              .map(Case::scenario)
              .filter(scenario -> ThreatsPage.begin(scenario, lie).isPresent())
              .map(Scenario::dialect)
              .collect(Collectors.toSet());
      if (!shown.contains(Dialect.MESH)
          || (lie.notice(Dialect.PORTAL_2017) != lie.notice(Dialect.MESH)
              && !shown.contains(Dialect.PORTAL_2017))) {
        missing.add(lie.label());
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** What nobody notices without the log, a client notices with it. */
  @Test
  void whatNeedsTheLogIsAnErrorWithIt() {
    Set<String> silent = new TreeSet<>();
    for (HostileBehaviour lie : HostileBehaviour.values()) {
      boolean told =
          logged.met().stream()
              .filter(met -> ThreatsPage.isAfter(plan.cases(), lie, met.step()))
              .anyMatch(met -> met.error().code().startsWith("transparency."));
      if (lie.notice(Dialect.MESH) == Notice.LOG && !told) {
        silent.add(lie.label());
      }
    }
    assertEquals(Set.of(), silent);
  }

  /** With witnesses somebody notices each lie that a log can show, and most with evidence. */
  @Test
  void somebodyNoticesWhatALogShows() {
    Set<String> unnoticed = new TreeSet<>();
    for (HostileBehaviour lie : HostileBehaviour.values()) {
      Notice notice = lie.notice(Dialect.MESH);
      if (notice != Notice.NOBODY
          && notice != Notice.PERSON
          && WatchedLies.firstOf(plan.cases(), lie, watched).isEmpty()) {
        unnoticed.add(lie.label());
      }
    }
    assertEquals(Set.of(), unnoticed);
  }

  /** A lie that a client notices ends in an error of the client in some scenario. */
  @Test
  void whatAClientNoticesIsAnError() {
    Set<String> silent = new TreeSet<>();
    for (HostileBehaviour lie : HostileBehaviour.values()) {
      Notice notice = lie.notice(Dialect.MESH);
      boolean told =
          run.met().stream().anyMatch(met -> ThreatsPage.isAfter(plan.cases(), lie, met.step()));
      if ((notice == Notice.CLIENT || notice == Notice.LATER) && !told) {
        silent.add(lie.label());
      }
    }
    assertEquals(Set.of(), silent);
  }
}
