package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only read make no store, and name the stores that exist instead. */
class StoreNotThereTest {

  @TempDir Path directory;

  private Path machine(String kind, StoreMode mode) {
    Path root = directory.resolve("root");
    MachineStores.named(kind).open(root, mode, World.seeded(1).stream("m", "store")).close();
    return root;
  }

  private Path portal(String kind) {
    Path root = directory.resolve("root");
    PortalStores.named(kind).open(root, World.seeded(1), warning -> {}).close();
    return root;
  }

  private Path empty() throws IOException {
    return Files.createDirectory(directory.resolve("empty"));
  }

  /** Asserts that check and export are refused. */
  private void assertRefused(Path root, String problem, String hint, String... options)
      throws IOException {
    List<Path> before = tree();
    for (String verb : new String[] {"check", "export"}) {
      List<String> arguments = new ArrayList<>(List.of("store", verb, "--root", root + ""));
      arguments.addAll(List.of(options));
      if (verb.equals("export")) {
        arguments.add(directory.resolve("exported") + "");
      }
      assertRefusal(Cli.run(arguments.toArray(String[]::new)), root + problem, hint);
      assertEquals(before, tree(), "nothing is made");
    }
  }

  private static void assertRefusal(Cli refused, String problem, String hint) {
    assertEquals(2, refused.code(), refused.errors());
    assertTrue(refused.errors().contains(problem), refused.errors());
    assertTrue(refused.errors().contains("hint: " + hint), refused.errors());
    assertEquals("", refused.out());
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return found.sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"file, registry", "file, h2", "registry, file", "registry, h2", "h2, file"})
  void aStoreOfAnotherKindIsNamed(String asked, String there) throws IOException {
    assertRefused(
        machine(there, StoreMode.TEST),
        " holds no store of this kind: machine " + asked + ", test data",
        "it holds this: machine " + there + ", test data. Ask for that,",
        "--store",
        asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file", "registry", "h2"})
  void anEmptyDirectoryHasNoMachine(String kind) throws IOException {
    assertRefused(
        empty(),
        " holds no store of this kind: machine " + kind + ", test data",
        "name the directory that holds the store",
        "--store",
        kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "jlog", "h2"})
  void anEmptyDirectoryHasNoPortal(String kind) throws IOException {
    assertRefused(
        empty(),
        " holds no store of this kind: portal " + kind,
        "name the directory that holds the store",
        "--portal",
        "--store",
        kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void testDataIsNoProductionData(String kind) throws IOException {
    assertRefused(
        machine(kind, StoreMode.TEST),
        " holds no store of this kind: machine " + kind + ", production data",
        "it holds this: machine " + kind + ", test data. Ask for that,",
        "--production",
        "--store",
        kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void productionDataIsNoTestData(String kind) throws IOException {
    assertRefused(
        machine(kind, StoreMode.PRODUCTION),
        " holds no store of this kind: machine " + kind + ", test data",
        "it holds this: machine " + kind + ", production data. Ask for that,",
        "--store",
        kind);
  }

  @Test
  void aPortalIsNoMachine() throws IOException {
    assertRefused(
        portal("h2"),
        " holds no store of this kind: machine h2, test data",
        "it holds this: portal h2. Ask for that,",
        "--store",
        "h2");
  }

  @ParameterizedTest
  @CsvSource({"jlog, h2", "h2, jlog"})
  void aPortalOfAnotherKindIsNamed(String asked, String there) throws IOException {
    Path root = portal(there);
    String problem = " holds no store of this kind: portal " + asked;
    String hint = "it holds this: portal " + there + ". Ask for that,";
    assertRefused(root, problem, hint, "--portal", "--store", asked);
    List<Path> before = tree();
    String to = directory.resolve("logs") + "";
    Cli log = Cli.run("log", "export", "--store", asked, "--root", root + "", to);
    assertRefusal(log, root + problem, hint);
    assertEquals(before, tree());
  }

  @Test
  void allThatIsThereIsNamed() throws IOException {
    machine("registry", StoreMode.PRODUCTION);
    machine("h2", StoreMode.TEST);
    assertRefused(
        portal("jlog"),
        " holds no store of this kind: machine file, test data",
        "it holds this: machine h2, test data; machine registry, production data; portal jlog.",
        "--store",
        "file");
  }

  @Test
  void logsAreNotImportedFromADirectoryThatHasNone() throws IOException {
    Path from = empty();
    List<Path> before = tree();
    String to = directory.resolve("to") + "";
    assertRefusal(
        Cli.run("store", "import", "--portal", "--store", "h2", "--root", to, from + ""),
        from + " is not a directory of .jlog files",
        "name the directory that export wrote");
    assertEquals(before, tree());
  }

  @ParameterizedTest
  @CsvSource({"file, test/profiles.json", "registry, CryptoMesh.reg"})
  void aStoreThatLostItsListIsStillThere(String kind, String list) throws IOException {
    Path root = directory.resolve("out/stores/" + kind + "/connect/desktop");
    Path scenario =
        Files.writeString(
            directory.resolve("connect.yaml"),
            """
            purpose: For a test.
            machines: [desktop]
            portal: example.com
            steps:
            - createDevice: desktop
            """);
    String out = directory.resolve("out") + "";
    assertEquals(0, Cli.run("run", scenario + "", "--out", out, "--store", kind).code());
    Files.delete(root.resolve(list));
    Cli check = Cli.run("store", "check", "--store", kind, "--root", root + "");
    assertFalse(check.code() == 0, "it is damaged");
    assertFalse(check.errors().contains("holds no store"), check.errors());
  }
}
