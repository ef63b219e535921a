package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.reader.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing cases by file, line, tag, name and shard, and their order. */
class ChoiceTest {

  private static final String GOOD =
      "purpose: x\nmachines: [a]\nportal: example.com\nsteps: [eraseTest: a]\n";

  @TempDir private Path directory;

  private static Case one(String name, String... tags) {
    Scenario scenario =
        ScenarioReader.read(name, name + ".yaml", GOOD.getBytes(StandardCharsets.UTF_8));
    return new Case(name, scenario, OptionalInt.empty(), List.of(tags), List.of("clock"));
  }

  private static RunPlan plan(Case... cases) {
    return new RunPlan(List.of(), List.of(cases));
  }

  private static RunPlan many(int count) {
    return plan(IntStream.range(0, count).mapToObj(n -> one("case" + n)).toArray(Case[]::new));
  }

  private static List<String> names(RunPlan plan) {
    return plan.cases().stream().map(Case::name).toList();
  }

  private static RunException refused(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(RunException.class, call);
  }

  @Test
  void aTagOrAPatternChoosesAndNotLeavesOut() {
    RunPlan all =
        plan(one("a/x", "fast"), one("a/y", "slow", "fast"), one("b [1]", "slow"), one("c"));
    Map<Choice, List<String>> expected =
        Map.of(
            Choice.ALL,
            List.of("a/x", "a/y", "b [1]", "c"),
            new Choice(List.of("fast"), List.of()),
            List.of("a/x", "a/y"),
            new Choice(List.of("not slow"), List.of()),
            List.of("a/x", "c"),
            new Choice(List.of("fast", "not slow"), List.of()),
            List.of("a/x"),
            new Choice(List.of("fast", "slow"), List.of()),
            List.of("a/x", "a/y", "b [1]"),
            new Choice(List.of(), List.of("a/*")),
            List.of("a/x", "a/y"),
            new Choice(List.of(), List.of("b [1]", "?")),
            List.of("b [1]", "c"),
            new Choice(List.of("slow"), List.of("a*")),
            List.of("a/y"),
            new Choice(List.of("not no-such"), List.of("c")),
            List.of("c"));
    expected.forEach(
        (choice, names) -> assertEquals(names, names(all.choose(choice)), choice + ""));
  }

  @Test
  void whatChoosesNothingIsRefusedWithTheNearest() {
    RunPlan all = plan(one("connect", "slow"), one("escrow"));
    RunException tag = refused(() -> all.choose(new Choice(List.of("slwo"), List.of())));
    assertEquals("no scenario has the tag \"slwo\"", tag.problem());
    assertEquals("did you mean \"slow\"?", tag.hint());
    RunException name = refused(() -> all.choose(new Choice(List.of(), List.of("conect"))));
    assertEquals("did you mean \"connect\"?", name.hint());
    refused(() -> all.choose(new Choice(List.of(), List.of("connect", "gone*"))));
    refused(() -> all.choose(new Choice(List.of("slow"), List.of("escrow"))));
    refused(() -> all.choose(new Choice(List.of("not slow"), List.of("connect"))));
  }

  @Test
  void everyCaseIsInOneShardAndAnAddedCaseMovesNone() {
    RunPlan all = many(100);
    Map<String, Integer> shards = new HashMap<>();
    for (int n = 1; n <= 4; n++) {
      for (String name : names(all.choose(new Shard(n, 4, "")))) {
        assertEquals(null, shards.put(name, n), name);
      }
    }
    assertEquals(Set.copyOf(names(all)), shards.keySet());
    assertEquals(4, new HashSet<>(shards.values()).size());
    for (int n = 1; n <= 4; n++) {
      int shard = n;
      List<String> more = names(many(150).choose(new Shard(n, 4, "")));
      shards.forEach((name, before) -> assertEquals(before == shard, more.contains(name), name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1/0", "-1/4", "1", "a/b", "", "1/4/2", "1000000000/1"})
  void aShardThatDoesNotExistIsRefused(String text) {
    refused(() -> Shard.parse(text, Map.of()));
  }

  @Test
  void theVariablesOfCiServicesSayTheShard() {
    Map<String, Map<String, String>> services =
        Map.of(
            "GitLab", Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "3"),
            "CircleCI", Map.of("CIRCLE_NODE_INDEX", "1", "CIRCLE_NODE_TOTAL", "3"),
            "Buildkite", Map.of("BUILDKITE_PARALLEL_JOB", "1", "BUILDKITE_PARALLEL_JOB_COUNT", "3"),
            "matrix", Map.of("SHARD_INDEX", "2", "SHARD_TOTAL", "3"));
    services.forEach(
        (service, environment) -> {
          Shard shard = Shard.parse("auto", environment);
          assertEquals("2/3", shard.index() + "/" + shard.count(), service);
          assertTrue(shard.source().contains(service), shard.source());
        });
    refused(() -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "1")));
    refused(() -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "x", "CI_NODE_TOTAL", "3")));
    refused(() -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "4", "CI_NODE_TOTAL", "3")));
  }

  @Test
  void aRandomOrderIsThatOfItsSeedAndOfNoOtherCase() {
    RunPlan all = many(40);
    List<String> seven = names(all.order(Order.parse("random:7")));
    assertEquals(seven, names(all.order(Order.parse("random:7"))));
    assertTrue(
        !seven.equals(names(all)) && !seven.equals(names(all.order(Order.parse("random:8")))));
    assertEquals(Set.copyOf(names(all)), Set.copyOf(seven));
    List<String> more = new ArrayList<>(names(many(60).order(Order.parse("random:7"))));
    more.retainAll(seven);
    assertEquals(seven, more);
    assertEquals(names(all), names(all.order(Order.parse("file"))));
    for (String text : List.of("random", "random:", "random:x", "name", "")) {
      refused(() -> Order.parse(text));
    }
  }

  @Test
  void aLineChoosesTheCasesOfItsFileAndMustBeInIt() throws IOException {
    Path a = Files.writeString(directory.resolve("a.yaml"), GOOD);
    Path b = Files.writeString(directory.resolve("b.yaml"), GOOD);
    Path colon = Files.writeString(directory.resolve("a.yaml:9"), GOOD);
    assertEquals(List.of("a"), names(ScenarioArguments.plan(List.of(a + ":4"))));
    assertEquals(
        List.of("a", "b"), names(ScenarioArguments.plan(List.of(a + ":1", a + ":2", b + ""))));
    assertEquals(List.of("a.yaml:9"), names(ScenarioArguments.plan(List.of(colon + ""))));
    assertEquals(
        a + " has no line 5, only 4",
        refused(() -> ScenarioArguments.plan(List.of(a + ":5"))).problem());
    refused(() -> ScenarioArguments.plan(List.of(a + ":0")));
    refused(() -> ScenarioArguments.plan(List.of(directory + "/c.yaml:1")));
  }

  @Test
  void aListNamesEachCaseAndRunsNone() throws IOException {
    Files.writeString(directory.resolve("a b.yaml"), GOOD);
    Path out = directory.resolve("out");
    Cli text = Cli.run("run", directory + "", "--list", "--out", out + "");
    assertEquals(0, text.code(), text.errors());
    assertTrue(text.out().matches("a b +" + directory + "/a b.yaml:1\\R"), text.out());
    Cli json = Cli.run("run", directory + "", "--list", "--format", "json", "--name", "a*");
    assertTrue(json.out().startsWith("[{\"name\":\"a b\",\"file\":\""), json.out());
    assertTrue(!Files.exists(out));
    assertEquals(2, Cli.run("run", directory + "", "--list", "--tag", "none").code());
    Files.writeString(directory.resolve("bad.yaml"), "x");
    assertEquals(2, Cli.run("run", directory + "", "--list").code());
  }
}
