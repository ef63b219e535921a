package dev.meshsim.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCommandTest {

  @TempDir Path directory;

  @Test
  void aMachineIsCarriedFromFilesToTheRegistryToTheDatabaseAndBack() throws IOException {
    Path from = run("file").resolve("stores/file/connect/desktop");
    Path first = directory.resolve("first");
    assertEquals(0, store("export", "file", from, first));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
    Path previous = first;
    for (String kind : new String[] {"registry", "h2", "file"}) {
      Path root = directory.resolve("copy-" + kind);
      Path next = directory.resolve("after-" + kind);
      assertEquals(0, store("import", kind, root, previous));
      assertEquals(0, Cli.run("store", "check", "--store", kind, "--root", root + "").code());
      assertEquals(0, store("export", kind, root, next));
      assertEquals(-1, Files.mismatch(first, next), kind);
      previous = next;
    }
  }

  @Test
  void aPortalIsCarriedFromLogsToTheDatabaseAndBack() throws IOException {
    Path out = run("memory");
    Path logs = directory.resolve("logs");
    Files.createDirectory(logs);
    Files.copy(out.resolve("connect/mesh.jlog"), logs.resolve("mesh.jlog"));
    Files.copy(out.resolve("connect/portal.jlog"), logs.resolve("portal.jlog"));
    Path database = directory.resolve("database");
    Path back = directory.resolve("back");
    Path again = directory.resolve("again");
    assertEquals(0, portal("import", "h2", database, logs));
    assertEquals(0, portal("export", "h2", database, back));
    assertEquals(0, portal("export", "jlog", back, again));
    requireSameLogs(logs, back);
    requireSameLogs(logs, again);
  }

  @Test
  void aDatabasesLogsAreThoseThatTheSameScenarioWritesDirectly() throws IOException {
    Path database = run("h2").resolve("stores/h2/connect/portal.store");
    Path exported = directory.resolve("exported");
    assertEquals(0, portal("export", "h2", database, exported));
    requireSameLogs(run("memory").resolve("connect"), exported);
  }

  private static void requireSameLogs(Path written, Path copied) throws IOException {
    for (String log : new String[] {"mesh.jlog", "portal.jlog"}) {
      assertTrue(Files.size(written.resolve(log)) > 200);
      assertEquals(-1, Files.mismatch(written.resolve(log), copied.resolve(log)), log);
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path root = run("file").resolve("stores/file/connect/desktop");
    Path taken = Files.writeString(directory.resolve("taken"), "mine");
    assertEquals(2, store("export", "file", root, taken));
    assertEquals("mine", Files.readString(taken));
    Path archive = directory.resolve("archive");
    assertEquals(0, store("export", "file", root, archive));
    assertEquals(2, store("import", "file", root, archive));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2", "--portal h2", "--portal jlog"})
  void aStoreThatIsNotThereIsNotMade(String kind) {
    Path missing = directory.resolve("missing");
    for (String verb : new String[] {"check", "export"}) {
      List<String> arguments = new ArrayList<>(List.of("store", verb));
      arguments.addAll(List.of("--root", missing + "", "--store"));
      arguments.add(kind.replace("--portal ", ""));
      if (kind.startsWith("--portal")) {
        arguments.add("--portal");
      }
      if (verb.equals("export")) {
        arguments.add(directory.resolve("exported") + "");
      }
      Cli refused = Cli.run(arguments.toArray(String[]::new));
      assertEquals(2, refused.code());
      assertTrue(refused.errors().contains(missing + ""), refused.errors());
      assertFalse(Files.exists(missing), "nothing is made");
      assertFalse(Files.exists(directory.resolve("exported")), "nothing is made");
    }
  }

  /** Not even root can make a directory there. */
  @ParameterizedTest
  @ValueSource(strings = {"jlog", "h2"})
  void aPlaceForAPortalThatCannotBeWrittenIsNamedWithAHint(String kind) throws IOException {
    Path readOnly = Path.of("/sys/kernel/mesh-sim");
    assumeTrue(
        Files.isDirectory(readOnly.getParent()), "there is no directory that cannot be written");
    Path logs = run("memory").resolve("connect");
    for (Path place : List.of(readOnly, Files.writeString(directory.resolve("taken"), "mine"))) {
      Cli refused =
          Cli.run("store", "import", "--portal", "--store", kind, "--root", place + "", logs + "");
      assertEquals(2, refused.code());
      assertTrue(refused.errors().contains(place + ""), refused.errors());
      assertTrue(refused.errors().contains("hint: "), refused.errors());
    }
    assertEquals("mine", Files.readString(directory.resolve("taken")));
  }

  /** Not even root can make a directory there. */
  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aPlaceThatCannotBeWrittenIsNamedWithAHint(String kind) throws IOException {
    Path readOnly = Path.of("/sys/kernel/mesh-sim");
    assumeTrue(
        Files.isDirectory(readOnly.getParent()), "there is no directory that cannot be written");
    Path archive = directory.resolve("archive");
    Path root = run("file").resolve("stores/file/connect/desktop");
    assertEquals(0, store("export", "file", root, archive));
    Cli refused =
        Cli.run("store", "import", "--store", kind, "--root", readOnly + "", archive + "");
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains(readOnly + ""), refused.errors());
    assertTrue(refused.errors().contains("hint: "), refused.errors());
  }

  @Test
  void allThatIsWrongInAStoreThatCannotBeOpenedIsPrinted() throws IOException {
    Path test = run("file").resolve("stores/file/connect/desktop/test");
    Path stray = Files.writeString(test.resolve("notes.txt"), "mine");
    for (String name : List.of("keys", "profiles")) {
      Files.setPosixFilePermissions(
          test.resolve(name), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Cli checked = Cli.run("store", "check", "--store", "file", "--root", test.getParent() + "");
    assertEquals(1, checked.code());
    for (Path place : List.of(test.resolve("keys"), test.resolve("profiles"), stray)) {
      assertTrue(checked.out().contains(place + ": "), checked.out());
    }
    assertEquals(6, checked.out().lines().count(), checked.out());
  }

  @Test
  void theKindsOfStoresAreListed() {
    String listed = Cli.run("store", "list").out();
    for (String kind : new String[] {"machine file", "machine registry", "machine h2"}) {
      assertTrue(listed.contains(kind), listed);
    }
    assertTrue(listed.contains("portal jlog") && listed.contains("portal h2"), listed);
  }

  @Test
  void theHintNamesThePersonsOwnDirectoryIfNoneIsGiven() {
    String home = "--root " + System.getProperty("user.home");
    for (String[] machine :
        new String[][] {{"file", ""}, {"registry", "-registry"}, {"h2", "-h2"}}) {
      for (String mode : List.of("", "--production")) {
        Cli refused = Cli.run(("store check --store " + machine[0] + " " + mode).split(" "));
        assertEquals(2, refused.code());
        String place = home + "/.mmm" + machine[1] + System.lineSeparator();
        assertTrue(refused.errors().contains(place), refused.errors());
      }
    }
    for (String[] other : new String[][] {{"h2", "--portal"}, {"memory"}, {"x", "--production"}}) {
      List<String> arguments = new ArrayList<>(List.of("store", "check", "--store"));
      arguments.addAll(List.of(other));
      Cli refused = Cli.run(arguments.toArray(String[]::new));
      assertEquals(2, refused.code());
      assertFalse(refused.errors().contains(".mmm"), refused.errors());
    }
  }

  @Test
  void anEmptyPathIsNotTheWorkingDirectory() {
    Cli refused = Cli.run("store", "check", "--store", "file", "--root", "");
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("--root"), refused.errors());
    assertTrue(refused.errors().contains("empty"), refused.errors());
    assertTrue(refused.errors().contains("hint: "), refused.errors());
  }

  private Path run(String store) throws IOException {
    Path scenario = directory.resolve("connect.yaml");
    Files.writeString(
        scenario,
        """
        purpose: For a test.
        machines: [desktop]
        portal: example.com
        steps:
        - createDevice: desktop
        - createAccount: alice@example.com
          on: desktop
        """);
    Path out = directory.resolve("out");
    assertEquals(
        0,
        Cli.run("run", scenario + "", "--seed", "7", "--out", out + "", "--store", store).code());
    return out;
  }

  private static int store(String verb, String kind, Path root, Path file) {
    return Cli.run("store", verb, "--store", kind, "--root", root + "", file + "").code();
  }

  private static int portal(String verb, String kind, Path root, Path at) {
    return Cli.run("store", verb, "--portal", "--store", kind, "--root", root + "", at + "").code();
  }
}
