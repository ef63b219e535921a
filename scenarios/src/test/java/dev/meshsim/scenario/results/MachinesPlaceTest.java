package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Trees;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run deletes the stores that runs made, and nothing else. */
@Once
class MachinesPlaceTest {

  @TempDir private Path directory;
  private ScenarioText text;

  @BeforeEach
  void prepare() {
    text = new ScenarioText(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aPlaceThatARunMadeIsReplacedAsOftenAsOneLikes(String store) throws IOException {
    for (int n = 0; n < 3; n++) {
      run(store, ScenarioText.CONNECTED);
      assertTrue(Files.exists(place(store).resolve("phone")));
    }
    Path file =
        text.write("test", (ScenarioText.HEAD + ScenarioText.ALICE).replace("phone", "tablet"));
    assertEquals(1, text.run(options(store), StepActions::of, file).passed());
    assertTrue(Files.notExists(place(store).resolve("phone")), "the scenario has none now");
  }

  @Test
  void whatAStoreOfAnotherKindMadeIsReplaced() throws IOException {
    MachinesPlace place = new MachinesPlace(text.out(), place("added"), "added");
    place.replace(List.of("phone"));
    Path phone = Files.createDirectory(place("added").resolve("phone"));
    Files.writeString(phone.resolve("data"), "of a kind that nobody here knows");
    place.replace(List.of("phone"));
    assertTrue(Files.notExists(phone));
  }

  @Test
  void aRelativeOutIsNamedFromTheWorkingDirectory() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(text.out());
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.ALICE);
    for (int n = 0; n < 2; n++) {
      RunTotals totals =
          assertTimeoutPreemptively(
              Duration.ofMinutes(1),
              () ->
                  new Runner(options("file"), relative, List.of())
                      .run(ScenarioFiles.read(List.of(file))));
      assertEquals(1, totals.passed());
    }
    assertTrue(Files.exists(place("file").resolve("desktop")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A run of mesh-sim made th"})
  void aRunThatWasKilledWhileItMarkedAPlaceIsForgotten(String begun) throws IOException {
    run("file", ScenarioText.ALICE);
    Path marker = place("file").resolve(MachinesPlace.MARKER);
    MachinesPlace place = new MachinesPlace(text.out(), place("file"), "file");
    Files.move(place("file"), directory.resolve("away"));
    Files.createDirectory(place("file"));
    Files.writeString(marker.resolveSibling(MachinesPlace.MARKER + ".unfinished"), begun);
    place.requireOurs();
    run("file", ScenarioText.ALICE);
    assertTrue(Files.exists(marker));
  }

  @ParameterizedTest
  @CsvSource({
    "file, thesis.txt",
    "file, prod/profiles.json",
    "file, desktop/thesis.txt",
    "file, desktop/profiles.json",
    "file, desktop/test/thesis.txt",
    "file, desktop/test/keys/thesis.txt",
    "file, ../other/thesis.txt",
    "file, ../thesis.txt",
    "file, ../../mine/thesis.txt",
    "file, ../../thesis.txt",
    "registry, desktop/MathematicalMesh.reg",
    "registry, desktop/CryptoMesh.import.reg",
    "registry, desktop/AppData/Local/MathematicalMesh/PrivateKeys.1.p12",
    "registry, desktop/AppData/Local/CryptoMesh/thesis.txt",
    "h2, desktop/machine-production.mv.db",
    "h2, desktop/thesis.txt"
  })
  void whatTheMarkerDoesNotVouchForIsNamedAndStays(String store, String name) throws IOException {
    run(store, ScenarioText.ALICE);
    Path foreign = place(store).resolve(name).normalize();
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "years of work");
    MeshException refusal = refused(store);
    Path named = text.out().relativize(foreign);
    assertTrue(
        refusal.problem().contains(named + ",")
            || refusal.problem().contains(named.getParent() + ","),
        refusal.problem());
    assertTrue(refusal.hint().contains("--out"), refusal.hint());
  }

  @Test
  void aPlaceWithoutAMarkerIsNotOurs() throws IOException {
    run("file", ScenarioText.ALICE);
    Files.delete(place("file").resolve(MachinesPlace.MARKER));
    refused("file");
    Files.writeString(place("file").resolve(MachinesPlace.MARKER), "mine\ndesktop\n");
    assertTrue(refused("file").problem().contains(MachinesPlace.MARKER));
  }

  @Test
  void aMarkerReachesNothingOutsideItsPlace() throws IOException {
    run("file", ScenarioText.ALICE);
    Path victim = directory.resolve("victim");
    open("file", victim, StoreMode.TEST).close();
    Map<String, String> before = Trees.of(victim);
    Path marker = place("file").resolve(MachinesPlace.MARKER);
    Files.writeString(marker, victim + "\n../../../../victim\n", StandardOpenOption.APPEND);
    run("file", ScenarioText.ALICE);
    assertEquals(before, Trees.of(victim));
  }

  @Test
  void anotherScenariosStoresAreLookedAtToo() throws IOException {
    run("file", ScenarioText.ALICE);
    Path other = place("file").resolveSibling("other");
    Files.move(place("file"), other);
    Files.writeString(other.resolve("thesis.txt"), "years of work");
    refused("memory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stores",
        "stores/file",
        "stores/file/test",
        "stores/file/test/desktop",
        "stores/file/test/desktop/test",
        "stores/file/test/desktop/test/keys",
        "stores/file/test/desktop/test/profiles.json",
        "stores/file/test/made-by-run.txt"
      })
  void noLinkIsFollowed(String name) throws IOException {
    run("file", ScenarioText.ALICE);
    Path link = text.out().resolve(name);
    Path victim = directory.resolve("victim");
    Files.move(link, victim);
    Files.createSymbolicLink(link, victim);
    assertTrue(refused("file").problem().contains(name + ","));
  }

  @Test
  void productionDataInAMachinesDirectoryStays() throws IOException {
    for (String store : new String[] {"file", "registry", "h2"}) {
      run(store, ScenarioText.ALICE);
      open(store, StoreMode.PRODUCTION).close();
      refused(store);
      Files.move(text.out(), directory.resolve("out-" + store));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aStoreThatIsOpenIsNotDeleted(String store) throws IOException {
    run(store, ScenarioText.ALICE);
    try (MachineStore open = open(store, StoreMode.TEST)) {
      Map<String, String> before = Trees.of(text.out());
      FilesException.FileLocked refusal =
          assertThrows(FilesException.FileLocked.class, () -> run(store, ScenarioText.ALICE));
      assertTrue(refusal.problem().contains("this process"), refusal.problem());
      assertEquals(before, Trees.of(text.out()));
      assertEquals(0, open.check().size());
    }
    run(store, ScenarioText.ALICE);
  }

  private MachineStore open(String store, StoreMode mode) {
    return open(store, place(store).resolve("desktop"), mode);
  }

  private static MachineStore open(String store, Path root, StoreMode mode) {
    return MachineStores.named(store).open(root, mode, World.seeded(1).stream("store", "salt"));
  }

  private Path place(String store) {
    return text.out().resolve("stores").resolve(store).resolve("test");
  }

  private MeshException refused(String store) throws IOException {
    Map<String, String> before = Trees.of(directory);
    MeshException refusal =
        Failing.with(ResultsException.Code.FOREIGN, () -> run(store, ScenarioText.ALICE));
    assertEquals(before, Trees.of(directory));
    return refusal;
  }

  private void run(String store, String steps) throws IOException {
    Path file = text.write("test", ScenarioText.HEAD + steps);
    assertEquals(1, text.run(options(store), StepActions::of, file).passed());
  }

  private static RunOptions options(String store) {
    return new RunOptions(7, Optional.empty(), Optional.empty(), store);
  }
}
