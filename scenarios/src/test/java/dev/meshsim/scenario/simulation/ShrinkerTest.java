package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.sim.oracle.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The shrinker, with runs whose finding is known. */
class ShrinkerTest {

  private static final String PLAN =
      """
      purpose: A plan.
      machines: [desktop, laptop, phone]
      portal: [one.example, two.example]
      steps:
      - createDevice: phone
      - createDevice: desktop
      - {createAccount: alice@one.example, on: desktop}
      - wait: 3 days
      - createDevice: laptop
      - {connect: alice@one.example, on: laptop}
      - {validate: bob@two.example, on: phone}
      - {atOnce: 3, order: [laptop, desktop, phone after 3 seconds, laptop, desktop]}
      - poll: laptop
      - connectPending: desktop
      - accounts: phone
      - refresh: desktop
      """;

  private final List<Scenario> tried = new ArrayList<>();

  private static Scenario plan() {
    return ScenarioReader.read("plan", "plan", PLAN.getBytes(StandardCharsets.UTF_8));
  }

  private SimulationResult run(Scenario plan, Predicate<Scenario> finding) {
    tried.add(plan);
    List<Violation> violations =
        finding.test(plan) ? List.of(new Violation("one", 1, "it")) : List.of();
    return new SimulationResult(
        1,
        List.of(),
        plan,
        Map.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Duration.ZERO,
        Duration.ZERO,
        0,
        "",
        new long[0],
        violations);
  }

  private Optional<SimulationResult> shrunk(Predicate<Scenario> finding) {
    return new Shrinker(plan -> run(plan, finding), "one", 500).shrink(plan());
  }

  private static List<String> words(Scenario plan) {
    return plan.steps().stream().map(step -> step.kind().word()).toList();
  }

  private static boolean has(Scenario plan, String word) {
    return words(plan).contains(word);
  }

  @Test
  void onlyTheStepsStayThatTheFindingNeeds() {
    SimulationResult smallest = shrunk(plan -> has(plan, "connect")).orElseThrow();
    assertEquals(List.of("createDevice", "connect"), words(smallest.plan()));
    assertEquals(List.of("laptop"), smallest.plan().machines());
    assertEquals(List.of("one.example"), smallest.plan().portals());
  }

  @Test
  void stepsAreDoneOneAfterAnotherIfThatShowsItToo() {
    SimulationResult smallest =
        shrunk(plan -> has(plan, "connectPending") && has(plan, "poll")).orElseThrow();
    assertTrue(!has(smallest.plan(), "atOnce"), words(smallest.plan()).toString());
    assertEquals(6, smallest.plan().steps().size(), words(smallest.plan()).toString());
  }

  @Test
  void stepsAtOnceStayWithFewMachinesAndTurnsIfTheFindingNeedsThem() {
    SimulationResult smallest =
        shrunk(plan -> has(plan, "atOnce") && has(plan, "poll")).orElseThrow();
    Step group =
        smallest.plan().steps().stream()
            .filter(step -> step.kind().word().equals("atOnce"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, group.values().count("atOnce"));
    assertEquals(List.of(), group.values().turns("order"));
  }

  @Test
  void whatIsNotShownFromAFileIsNotShrunk() {
    assertTrue(shrunk(plan -> false).isEmpty());
    assertEquals(1, tried.size());
  }

  @Test
  void theBudgetOfRunsIsKept() {
    Shrinker shrinker = new Shrinker(plan -> run(plan, p -> has(p, "poll")), "one", 5);
    shrinker.shrink(plan());
    assertTrue(tried.size() <= 6, () -> tried.size() + " runs");
  }

  @Test
  void noPlanIsTriedTwice() {
    shrunk(plan -> has(plan, "poll"));
    assertEquals(
        tried.size(),
        tried.stream()
            .map(plan -> PlanWriter.yaml(plan, "", List.of(), Map.of()))
            .distinct()
            .count());
  }
}
