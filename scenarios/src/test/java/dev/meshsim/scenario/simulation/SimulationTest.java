package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.profile.trust.VerifiedSignatures;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.sim.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  @Test
  void seedsAreCleanAndEachIsTheSameAgain() {
    Simulation simulation = Simulations.withAllFaults();
    for (long seed = 1; seed <= 4; seed++) {
      SimulationResult first = simulation.generate(seed);
      SimulationResult second = simulation.generate(seed);
      assertEquals(List.of(), first.violations(), "seed " + seed);
      assertEquals(first.digest(), second.digest(), "seed " + seed);
      assertArrayEquals(first.trace(), second.trace(), "seed " + seed);
      assertTrue(first.events() > 50, "seed " + seed + " has " + first.events() + " events");
    }
    assertNotEquals(simulation.generate(1).digest(), simulation.generate(2).digest());
  }

  /** The memory of verified signatures spares work, and changes no run. */
  @Test
  void seedsAreTheSameIfEverySignatureIsComputed() {
    Simulation simulation = Simulations.withAllFaults();
    String remembered = simulation.generate(5).digest();
    System.setProperty(VerifiedSignatures.VERIFY_AGAIN, "true");
    try {
      assertEquals(remembered, simulation.generate(5).digest());
    } finally {
      System.clearProperty(VerifiedSignatures.VERIFY_AGAIN);
    }
  }

  @Test
  void resultsComeInTheOrderOfSeedsWithAnyNumberOfJobs() {
    List<String> one = digests(1);
    assertEquals(6, one.size());
    assertEquals(one, digests(2));
    assertEquals(one, digests(5));
  }

  private static List<String> digests(int jobs) {
    List<String> digests = new ArrayList<>();
    Simulations.of(List.of(), jobs)
        .run(
            LongStream.rangeClosed(1, 6),
            () -> false,
            result -> digests.add(result.seed() + " " + result.digest()));
    return digests;
  }

  /** The plan as a file: no fault is left out because it never happened, so it is the same run. */
  @Test
  void aPlanThatIsReadFromItsFileIsTheSameRun() {
    Simulation simulation = Simulations.of(List.of(), 1);
    for (long seed = 1; seed <= 4; seed++) {
      SimulationResult drawn = simulation.generate(seed);
      assertEquals(
          drawn.digest(), simulation.repeat(seed, fromFile(drawn)).digest(), "seed " + seed);
    }
  }

  @Test
  void aPlanWithFaultsHasTheSameOutcomes() {
    Simulation simulation = Simulations.of(List.of(Fault.ANSWER_LOST, Fault.CRASH_AT_ANSWER), 1);
    for (long seed = 1; seed <= 3; seed++) {
      SimulationResult drawn = simulation.generate(seed);
      SimulationResult again = simulation.repeat(seed, fromFile(drawn));
      assertEquals(drawn.faults(), again.faults(), "seed " + seed);
      assertEquals(
          List.copyOf(outcomes(drawn).values()),
          List.copyOf(outcomes(again).values()),
          "seed " + seed);
    }
  }

  @Test
  void aLateMessageThatNeverArrivesIsLostInThePlan() {
    Simulation simulation = Simulations.of(List.of(Fault.ANSWER_LATE, Fault.REQUEST_LATE), 1);
    int lost = 0;
    for (long seed = 1; seed <= 8; seed++) {
      SimulationResult drawn = simulation.generate(seed);
      List<String> planned =
          drawn.plan().steps().stream()
              .filter(step -> step.kind().word().equals("fault"))
              .map(step -> step.values().text("fault"))
              .toList();
      int happened = drawn.faults().values().stream().mapToInt(Integer::intValue).sum();
      assertEquals(happened, planned.size(), "seed " + seed);
      lost += (int) planned.stream().filter(name -> name.endsWith("lost")).count();
      SimulationResult again = simulation.repeat(seed, fromFile(drawn));
      assertEquals(
          List.copyOf(outcomes(drawn).values()),
          List.copyOf(outcomes(again).values()),
          "seed " + seed);
    }
    assertTrue(lost > 0, "no seed has a message that never arrived");
  }

  private static Map<Integer, List<String>> outcomes(SimulationResult result) {
    Map<Integer, List<String>> all = new java.util.TreeMap<>();
    result
        .plan()
        .steps()
        .forEach(
            s -> all.put(s.number(), result.outcomes().getOrDefault(s.number(), List.of("ok"))));
    return all;
  }

  private static Scenario fromFile(SimulationResult drawn) {
    String text = PlanWriter.yaml(drawn.plan(), "A plan.", List.of("a comment"), Map.of());
    return ScenarioReader.read(drawn.plan().name(), "plan", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEventOfARunIsDescribed() {
    Simulation simulation = Simulations.of(List.of(), 1);
    String first = simulation.eventOf(1, 1);
    assertTrue(first.startsWith("begin "), first);
    assertTrue(simulation.eventOf(1, 1_000_000).startsWith("none"), "there are not so many");
  }

  @Test
  void everyFaultIsDrawnAndHappens() {
    List<Fault> faults = Arrays.stream(Fault.values()).filter(fault -> !fault.isOfDisk()).toList();
    Ensemble ensemble = new Ensemble(faults);
    Simulation simulation = Simulations.of(faults, 1);
    simulation.run(LongStream.rangeClosed(100, 140), () -> false, ensemble::add);
    assertEquals(List.of(), ensemble.neverHappened());
  }
}
