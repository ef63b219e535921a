package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.docs.Coverage.Answer;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.run.Choice;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.schema.MessageSchemas;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario of the project passes, but the slow ones, and together they show all there is. */
@Once
class CoverageTest {

  private static RunPlan plan;
  private static Coverage coverage;
  private static MessageSchemas schemas;
  private static List<ErrorCode> codes;

  @BeforeAll
  static void run(@TempDir Path out) throws IOException {
    Path scenarios = Golden.root().resolve("scenarios");
    plan =
        RunPlan.of(ScenarioFiles.read(List.of(scenarios)))
            .choose(new Choice(List.of("not slow"), List.of()));
    coverage = new Coverage(plan);
    schemas = new MessageSchemas();
    new Runner(RunOptions.DEFAULT, out, List.of(coverage, schemas), RunControls.plain()).run(plan);
    codes =
        ErrorCodes.ofTheProgram().all().stream()
            .filter(code -> CoveragePage.FAMILIES.contains(ErrorReference.family(code)))
            .toList();
  }

  @Test
  void everyScenarioPasses() {
    assertEquals(List.of(), coverage.notPassed());
  }

  @Test
  void everyMessageIsAsTheSchemaSays() {
    assertEquals(List.of(), schemas.problems());
    assertTrue(schemas.messages() > 1000, schemas.messages() + " messages");
    assertTrue(schemas.shapes() > 100, schemas.shapes() + " shapes");
    assertEquals(12, schemas.refused(), "requests that no portal could read");
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(
        Golden.root().resolve("docs/coverage.md"), CoveragePage.markdown(coverage, codes));
  }

  @Test
  void everyStatusIsShown() {
    Set<String> missing = new TreeSet<>();
    for (Answer answer : CoveragePage.answers()) {
      note(missing, answer.toString(), coverage.cases(answer), CoverageGaps.reason(answer));
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void aPortalGivesNoOtherStatus() {
    Set<Answer> others = new HashSet<>(coverage.answers());
    CoveragePage.answers().forEach(others::remove);
    assertEquals(Set.of(), others);
  }

  @Test
  void everyRuleIsShown() {
    Set<String> missing = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      note(missing, rule.tag(), coverage.cases(rule), CoverageGaps.reason(rule.tag()));
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void aScenarioMeetsTheRefusalsOfItsRules() {
    Set<String> missing = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      Map<String, List<String>> scenarios =
          coverage.cases(rule).stream().collect(Collectors.groupingBy(CoveragePage::scenario));
      scenarios.forEach(
          (scenario, rows) -> {
            if (rows.stream().noneMatch(name -> coverage.shows(name, rule))) {
              missing.add(scenario + " does not show " + rule.tag());
            }
          });
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyErrorIsShown() {
    Set<String> missing = new TreeSet<>();
    for (ErrorCode code : codes) {
      note(missing, code.code(), coverage.cases(code.code()), CoverageGaps.reason(code.code()));
    }
    assertEquals(Set.of(), missing);
  }

  /** Notes what is in no scenario, and what is in one although a reason says that it cannot be. */
  private static void note(Set<String> missing, String what, Set<String> cases, String reason) {
    if (cases.isEmpty() && reason.isEmpty()) {
      missing.add(what + " is in no scenario");
    } else if (!cases.isEmpty() && !reason.isEmpty()) {
      missing.add(what + " is in " + cases + ", and CoverageGaps has a reason why it cannot be");
    }
  }

  @Test
  void everyReasonIsOfSomething() {
    Set<String> known = new TreeSet<>(Rule.tags());
    codes.forEach(code -> known.add(code.code()));
    CoveragePage.answers().forEach(each -> known.add(each.transaction() + " " + each.status()));
    Set<String> unknown = new TreeSet<>(CoverageGaps.reasons().keySet());
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theSuiteIsLarge() {
    long files = plan.cases().stream().map(each -> each.scenario().file()).distinct().count();
    assertTrue(files >= 80, files + " files");
    assertTrue(plan.cases().size() >= 200, plan.cases().size() + " cases");
  }
}
