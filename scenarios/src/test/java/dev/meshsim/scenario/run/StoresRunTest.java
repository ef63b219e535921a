package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of one scenario over every store. */
class StoresRunTest {

  private static final RunOptions ALL =
      new RunOptions(7, Optional.empty(), Optional.empty(), RunOptions.ALL_STORES);

  @TempDir Path directory;

  @Test
  void everyStoreGivesTheSameMessages() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    Path file = text.write("connect", ScenarioText.HEAD + ScenarioText.CONNECTED);
    List<String> stores = MachineStores.names();
    assertTrue(stores.containsAll(List.of("memory", "file", "registry", "h2")), stores.toString());
    assertEquals(stores.size(), text.run(ALL, StepActions::of, file).passed());
    assertEquals("connect", text.results.get(0).name());
    for (ScenarioResult result : text.results) {
      Path results = text.out().resolve(result.name());
      assertEquals(-1, Files.mismatch(trace("connect", text), results.resolve("trace.jsonl")));
      for (String log : List.of("mesh.jlog", "portal.jlog")) {
        assertTrue(Files.size(results.resolve(log)) > 1000);
        Path first = text.out().resolve("connect").resolve(log);
        assertEquals(-1, Files.mismatch(first, results.resolve(log)), result.name() + " " + log);
      }
    }
    for (String store : List.of("file", "registry", "h2")) {
      assertTrue(Files.isDirectory(text.out().resolve("stores/" + store + "/connect/desktop")));
      assertTrue(Files.isDirectory(text.out().resolve("stores/" + store + "/connect/phone")));
    }
  }

  @Test
  void aCaseOnDisksRunsOverEachStoreThatCanBeOnOne() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    Path file =
        text.write(
            "disk",
            ScenarioText.HEAD
                + ScenarioText.ALICE
                + "- {diskFault: no space, on: desktop, at: 1}\n"
                + "- {changeDeviceKeys: desktop, expect: error files.disk-full}\n");
    text.run(ALL, StepActions::of, file);
    List<String> passed =
        text.results.stream()
            .filter(result -> result.verdict() == Verdict.PASSED)
            .map(ScenarioResult::name)
            .toList();
    assertEquals(List.of("disk", "disk@file", "disk@registry"), passed);
  }

  @Test
  void aNameThatARowOrAStoreMakesMayNotBeAnothers() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    Path plain = text.write("a", ScenarioText.HEAD + "- wait: 1 days\n");
    Path over = text.write("a@h2", ScenarioText.HEAD + "- wait: 1 days\n");
    RunException e =
        assertThrows(RunException.class, () -> text.run(ALL, StepActions::of, plain, over));
    assertEquals("two cases of this run are called a@h2: " + plain + " and " + over, e.problem());
    Path row = text.write("a[x]", ScenarioText.HEAD + "- wait: 1 days\n");
    String rows = "rows: [{name: x, n: 1}]\nsteps:\n- wait: \"{n} days\"\n";
    Path table = text.write("a", ScenarioText.HEAD.replace("steps:\n", "") + rows);
    RunException same =
        assertThrows(
            RunException.class, () -> text.run(RunOptions.DEFAULT, StepActions::of, row, table));
    assertEquals("scenario.same-name", same.code());
  }

  @Test
  void aServerKeepsNothingOfARun() throws IOException {
    assumeTrue(MachineStores.named("postgresql").available());
    ScenarioText text = new ScenarioText(directory);
    Path file = text.write("connect", ScenarioText.HEAD + ScenarioText.CONNECTED);
    RunOptions server = new RunOptions(7, Optional.empty(), Optional.empty(), "postgresql");
    assertEquals(1, text.run(server, StepActions::of, file).passed());
    Path place = text.out().resolve("stores/postgresql/connect");
    for (String machine : List.of("desktop", "phone")) {
      Path root = place.resolve(machine);
      assertFalse(MachineStores.named("postgresql").isThere(root, StoreMode.TEST), machine);
    }
    assertFalse(PortalStores.named("postgresql").isThere(place.resolve("portal.store")));
  }

  @Test
  void aStoreThatIsLeftOutIsNamedWithTheReason() throws IOException {
    assumeFalse(MachineStores.named("postgresql").available());
    ScenarioText text = new ScenarioText(directory);
    Path file = text.write("connect", ScenarioText.HEAD + ScenarioText.ALICE);
    text.run(ALL, StepActions::of, file);
    String identity = Files.readString(text.out().resolve("run.json"));
    assertTrue(identity.contains("MESH_SIM_POSTGRES"), identity);
    text.run(file);
    assertFalse(Files.readString(text.out().resolve("run.json")).contains("postgresql"));
  }

  @Test
  void runningAgainReplacesWhatTheMachinesKept() throws IOException {
    ScenarioText text = new ScenarioText(directory);
    Path file = text.write("connect", ScenarioText.HEAD + ScenarioText.CONNECTED);
    RunOptions inFiles = new RunOptions(7, Optional.empty(), Optional.empty(), "file");
    assertEquals(1, text.run(inFiles, StepActions::of, file).passed());
    assertEquals(1, text.run(inFiles, StepActions::of, file).passed());
    assertEquals("connect", text.results.get(1).name());
  }

  @Test
  void anUnknownStoreIsRefusedWithThoseThereAre() {
    RunOptions unknown = new RunOptions(7, Optional.empty(), Optional.empty(), "no-such-store");
    MachineException e = assertThrows(MachineException.class, unknown::stores);
    assertTrue(e.problem().contains("memory") && e.problem().contains("registry"), e.problem());
  }

  private static Path trace(String scenario, ScenarioText text) {
    return text.out().resolve(scenario).resolve("trace.jsonl");
  }
}
