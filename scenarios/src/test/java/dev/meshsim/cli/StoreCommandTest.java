package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void theKindsOfStoresAreListed() {
    String listed = Cli.run("store", "list").out();
    for (String kind : new String[] {"machine file", "machine registry", "machine h2"}) {
      assertTrue(listed.contains(kind), listed);
    }
    assertTrue(listed.contains("portal jlog") && listed.contains("portal h2"), listed);
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
