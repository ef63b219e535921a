package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.MeshSim;
import dev.meshsim.files.ChildJvm;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of one seed write equal bytes, in any locale, time zone and default encoding. */
@Once
class SameSeedTest {

  private static final Path EXAMPLE =
      Golden.root().resolve("scenarios").resolve("example-generator.yaml");

  @TempDir private Path directory;

  @Test
  void processesOnOtherPlatformsWriteTheSameFiles() throws Exception {
    Map<String, String> first = inAnotherProcess("first", List.of());
    List<List<String>> platforms =
        List.of(
            List.of(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-1"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"),
            List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.extensions=u-nu-thai"));
    for (List<String> platform : platforms.subList(0, Exhaustive.count(platforms.size(), 2))) {
      assertEquals(first, inAnotherProcess(platform.get(0).substring(15), platform), platform + "");
    }
    assertTrue(first.keySet().containsAll(List.of("mesh.jlog", "portal.jlog", "trace.jsonl")));
    assertTrue(first.containsKey("transcript.md"));
    assertTrue(first.size() > 40, "only " + first.keySet());
  }

  /** The command replaces the default locale; here the code runs under it. */
  @Test
  void aLocaleWithDigitsOfItsOwnChangesNothing() throws IOException {
    Map<String, String> before = run("root", ScenarioText.CONNECTED, 1234567890);
    Locale usual = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "th-TH-u-nu-thai", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(before, run(tag, ScenarioText.CONNECTED, 1234567890), tag);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  private Map<String, String> inAnotherProcess(String name, List<String> options)
      throws IOException, InterruptedException {
    Path out = directory.resolve(name);
    List<String> command = ChildJvm.command(MeshSim.class, options.toArray(String[]::new));
    command.addAll(List.of("run", EXAMPLE.toString(), "--seed", "7", "--out", out.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".txt").toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(directory.resolve(name + ".txt")));
    return Trees.of(out.resolve("example-generator"));
  }

  @Test
  void aStepAddedAtTheEndChangesNothingBeforeIt() throws IOException {
    Map<String, String> shorter = run("shorter", ScenarioText.CONNECTED, 1);
    Map<String, String> longer =
        run(
            "longer",
            ScenarioText.CONNECTED + "- escrow: 2 of 3\n  on: desktop\n- createDevice: phone\n",
            1);
    for (String log : List.of("mesh.jlog", "portal.jlog", "trace.jsonl")) {
      assertTrue(longer.get(log).startsWith(shorter.get(log)), log);
    }
    shorter.forEach(
        (name, content) -> {
          if (name.startsWith("messages")) {
            assertEquals(content, longer.get(name), name);
          }
        });
  }

  @Test
  void anotherSeedGivesOtherKeys() throws IOException {
    Map<String, String> one = run("one", ScenarioText.ALICE, 1);
    Map<String, String> two = run("two", ScenarioText.ALICE, 2);
    assertEquals(one.keySet(), two.keySet());
    for (String file : List.of("mesh.jlog", "portal.jlog", "trace.jsonl", "transcript.md")) {
      assertNotEquals(one.get(file), two.get(file), file);
    }
  }

  @Test
  void anotherScenarioInTheRunChangesNothing() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    Path alone = text.write("alone", ScenarioText.HEAD + ScenarioText.ALICE);
    text.run(alone);
    Map<String, String> before = Trees.of(text.out().resolve("alone"));
    text.run(text.write("aardvark", ScenarioText.HEAD + ScenarioText.CONNECTED), alone);
    assertEquals(before, Trees.of(text.out().resolve("alone")));
  }

  @Test
  void scenariosOfOneRunHaveDifferentWorlds() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    text.run(
        text.write("a", ScenarioText.HEAD + ScenarioText.ALICE),
        text.write("b", ScenarioText.HEAD + ScenarioText.ALICE));
    assertNotEquals(
        Trees.of(text.out().resolve("a")).get("mesh.jlog"),
        Trees.of(text.out().resolve("b")).get("mesh.jlog"));
  }

  private Map<String, String> run(String name, String steps, long seed) throws IOException {
    ScenarioText text = new ScenarioText(Files.createDirectory(directory.resolve(name)));
    Path file = text.write("test", ScenarioText.HEAD + steps);
    text.run(
        new RunOptions(seed, Optional.empty(), Optional.empty(), RunOptions.DEFAULT_STORE),
        StepActions::of,
        file);
    return Trees.of(text.out().resolve("test"));
  }
}
