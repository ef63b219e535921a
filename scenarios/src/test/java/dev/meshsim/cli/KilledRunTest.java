package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.ChildJvm;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code mesh-sim run --store all} again and again, and checks every store that it left. */
@Once
class KilledRunTest {

  private static final List<Integer> AFTER = Exhaustive.on() ? List.of(3, 10) : List.of(7);
  private static final int SCENARIOS = 4;

  @TempDir Path directory;

  @Test
  void theStoresOfAKilledRunOpenAndAreSound() throws Exception {
    List<String> scenarios = new ArrayList<>();
    for (int n = 0; n < SCENARIOS; n++) {
      scenarios.add(scenario("connect" + n));
    }
    int checked = 0;
    for (int passed : AFTER) {
      Path out = directory.resolve("out" + passed);
      killAfter(passed, scenarios, out);
      // A check may repair a store, so another killed run is continued without one.
      if (Exhaustive.on()) {
        Path again = directory.resolve("again" + passed);
        killAfter(passed, scenarios, again);
        runAgain(scenarios, again);
      }
      checked += requireSound(out);
      runAgain(scenarios, out);
    }
    Path complete = directory.resolve("out" + AFTER.get(0));
    assertTrue(Files.exists(complete.resolve("junit.xml")));
    killAfter(1, scenarios, complete);
    for (String verdict : List.of("junit.xml", "results.json", "connect3", "connect3@h2")) {
      assertFalse(Files.exists(complete.resolve(verdict)), verdict);
    }
    assertTrue(checked > 5, "stores checked: " + checked);
  }

  private String scenario(String name) throws IOException {
    return Files.writeString(
            directory.resolve(name + ".yaml"),
            """
            purpose: For a test.
            machines: [desktop]
            portal: example.com
            steps:
            - createDevice: desktop
            - createAccount: alice@example.com
              on: desktop
            """)
        .toString();
  }

  /** Kills a run after so many scenarios, while the next one is running. */
  private static void killAfter(int passed, List<String> scenarios, Path out)
      throws IOException, InterruptedException {
    List<String> command = ChildJvm.command(MeshSim.class);
    command.add("run");
    command.addAll(scenarios);
    command.addAll(List.of("--store", "all", "--out", out.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      for (int n = 0; n < passed; n++) {
        String line = lines.readLine();
        assertTrue(line != null && line.startsWith("passed"), "printed: " + line);
      }
      assertTrue(process.isAlive(), "it ended before it was killed");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void runAgain(List<String> scenarios, Path out) {
    List<String> arguments = new ArrayList<>(List.of("run", "--store", "all", "--out", out + ""));
    arguments.addAll(scenarios);
    Cli run = Cli.run(arguments.toArray(String[]::new));
    assertEquals(0, run.code(), run.out() + run.errors());
  }

  /** Checks all stores below a directory and returns their number. */
  private static int requireSound(Path out) throws IOException {
    int count = 0;
    for (Path store : list(out.resolve("stores"))) {
      for (Path scenario : list(store)) {
        for (Path root : list(scenario)) {
          boolean portal = root.getFileName().toString().equals("portal.store");
          String kind = store.getFileName().toString();
          if (isThere(kind, root, portal)) {
            requireSound(kind, root, portal);
            count++;
          }
        }
      }
    }
    for (Path scenario : list(out)) {
      if (Files.exists(scenario.resolve("portal.jlog"))) {
        requireSound("jlog", scenario, true);
        count++;
      }
    }
    return count;
  }

  /** True if the store has data; it has none if the process was killed before the first write. */
  private static boolean isThere(String kind, Path root, boolean portal) {
    return portal
        ? PortalStores.named(kind).isThere(root)
        : MachineStores.named(kind).isThere(root, StoreMode.TEST);
  }

  /** Opening ends what the killed process had begun; then there is nothing left to find. */
  private static void requireSound(String kind, Path root, boolean portal) {
    if (portal) {
      PortalStores.named(kind).open(root, World.seeded(1), warning -> {}).close();
    } else {
      RandomStream random = World.seeded(1).stream("killed", "store");
      MachineStores.named(kind).open(root, StoreMode.TEST, random).close();
    }
    List<String> arguments = new ArrayList<>(List.of("store", "check", "--store", kind));
    arguments.addAll(List.of("--root", root.toString()));
    if (portal) {
      arguments.add("--portal");
    }
    Cli check = Cli.run(arguments.toArray(String[]::new));
    assertEquals(0, check.code(), root + ": " + check.out() + check.errors());
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }
}
