package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.fuzz.Mutations;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is a scenario or has problems with their places; no other exception passes the reader. */
@Once
class ScenarioFuzzTest {

  /** YAML that the project's own scenarios do not use. */
  private static final String UNUSUAL =
      "\uFEFF%YAML 1.2\n%TAG !e! tag:example.com,2000:\n---\n# \uD83D\uDE00\n"
          + "? purpose\n: >-\n  one\n  line\n\"machines\": ['a', \"\\U0001F600\\x41\\u0042\"]\n"
          + "portal: &here example.com\nsuite: !!str P-256\nlogs: [*here]\n"
          + "steps:\n- {validate:\ta@b.example, on: a, expect: [valid, 'refused 409']}\n"
          + "- exchange: |2+\n    {}\n\n  on: a\n  expect: error share.too-few\n...\n";

  @Test
  void everyMutationIsAScenarioOrHasProblems() throws IOException {
    Mutations.of("scenario", samples()).run(Duration.ofSeconds(4), ScenarioFuzzTest::check);
  }

  private static List<byte[]> samples() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    samples.add(UNUSUAL.getBytes(StandardCharsets.UTF_8));
    try (var files = Files.walk(Golden.root().resolve("scenarios"), 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        samples.add(Files.readAllBytes(file));
      }
    }
    return samples;
  }

  private static void check(byte[] input) {
    try {
      Scenario scenario = ScenarioReader.read("fuzz", "fuzz.yaml", input);
      assertFalse(scenario.steps().isEmpty());
    } catch (ScenarioException e) {
      assertFalse(e.problems().isEmpty());
      e.problems().forEach(ScenarioFuzzTest::check);
    }
  }

  private static void check(Problem problem) {
    assertTrue(problem.place().toString().matches("fuzz\\.yaml:[0-9]+:[0-9]+"));
    for (String line : List.of(problem.text(), problem.hint())) {
      assertFalse(line.isEmpty());
      assertTrue(line.codePoints().allMatch(ScenarioFuzzTest::isPrintable), line);
      assertFalse(line.contains("org.snakeyaml"), line);
    }
  }

  private static boolean isPrintable(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }
}
