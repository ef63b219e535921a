package dev.meshsim.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only look leave every file as it is, and report what opening would repair. */
class ReadOnlyCommandsTest {

  @TempDir private Path directory;

  private Path portal(String kind) {
    Path root = directory.resolve("portal");
    try (PortalStore store = PortalStores.named(kind).open(root, World.seeded(1), line -> {})) {
      put(store, LogName.MESH, "MA");
      put(store, LogName.PORTAL, "Account$a");
      put(store, LogName.MESH, "MB");
    }
    return root;
  }

  private static void put(PortalStore store, LogName log, String key) {
    Change change =
        Change.create(
            log, key, List.of(), Bytes.utf8("{\"A\":{}}"), Instant.parse("2019-04-04T00:00:00Z"));
    store.transact(
        tx -> {
          tx.put(change);
          return null;
        });
  }

  private Path machine(String kind) {
    Path root = directory.resolve("machine");
    MachineStores.named(kind)
        .open(root, StoreMode.TEST, World.seeded(1).stream("m", "store"))
        .close();
    return root;
  }

  private static void cut(Path file, int octets) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - octets));
  }

  private Cli check(String kind, Path root) {
    return unchanged(root, "store", "check", "--portal", "--store", kind, "--root", root + "");
  }

  private Cli logExport(String kind, Path root) {
    String to = directory.resolve("logs") + "";
    return unchanged(root, "log", "export", "--store", kind, "--root", root + "", to);
  }

  private Cli storeExport(String kind, Path root) {
    String to = directory.resolve("exported") + "";
    return unchanged(root, "store", "export", "--portal", "--store", kind, "--root", root + "", to);
  }

  /** Runs a command, which may not change anything below a directory. */
  private static Cli unchanged(Path root, String... arguments) {
    Map<Path, String> before = TreeSnapshot.of(root);
    Cli cli = Cli.run(arguments);
    assertEquals(before, TreeSnapshot.of(root), String.join(" ", arguments));
    return cli;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jlog", "h2"})
  void aSoundPortalIsCheckedAndExportedUnchanged(String kind) {
    Path root = portal(kind);
    assertEquals(new Cli(0, "", ""), check(kind, root));
    assertEquals(0, logExport(kind, root).code());
    assertEquals(0, storeExport(kind, root).code());
    Path copy = directory.resolve("exported");
    String to = directory.resolve("imported") + "";
    Cli imported =
        unchanged(copy, "store", "import", "--portal", "--store", "h2", "--root", to, copy + "");
    assertEquals("3 records imported\n", imported.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aSoundMachineIsCheckedAndExportedUnchanged(String kind) {
    Path root = machine(kind);
    assertEquals(
        new Cli(0, "", ""),
        unchanged(root, "store", "check", "--store", kind, "--root", root + ""));
    String to = directory.resolve("archive") + "";
    assertEquals(
        0, unchanged(root, "store", "export", "--store", kind, "--root", root + "", to).code());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99})
  void aTornTailIsReportedAndNotExported(int octets) throws IOException {
    Path root = portal("jlog");
    Path mesh = root.resolve("mesh.jlog");
    cut(mesh, octets);
    Cli check = check("jlog", root);
    assertEquals(1, check.code());
    assertTrue(check.out().startsWith(mesh + " line 3 octet "), check.out());
    assertTrue(check.out().contains("hint: opening the store cuts them"), check.out());
    Cli export = logExport("jlog", root);
    assertEquals(0, export.code());
    assertTrue(export.errors().startsWith(mesh + ": read up to octet "), export.errors());
    assertTrue(export.errors().contains("1 records written to"), export.errors());
  }

  @Test
  void aMissingLogIsReportedAndNotMade() throws IOException {
    Path root = portal("jlog");
    Path mesh = root.resolve("mesh.jlog");
    Files.delete(mesh);
    Cli check = check("jlog", root);
    assertEquals(1, check.code());
    assertTrue(check.out().startsWith(mesh + ": there is no such log"), check.out());
    assertTrue(check.out().contains("lacks the record TID:1"), check.out());
    Cli export = logExport("jlog", root);
    assertEquals(2, export.code());
    assertTrue(export.errors().contains("lacks the record TID:1"), export.errors());
    assertFalse(Files.exists(directory.resolve("logs")));
  }

  @Test
  void anExportThatFailsLeavesNoPartOfItself() throws IOException {
    Path root = portal("jlog");
    Path to = Files.createDirectory(directory.resolve("logs"));
    Files.writeString(to.resolve("portal.jlog"), "mine");
    Cli export = logExport("jlog", root);
    assertEquals(2, export.code());
    assertFalse(Files.exists(to.resolve("mesh.jlog")), "written before the failure");
    assertEquals("mine", Files.readString(to.resolve("portal.jlog")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jlog", "h2"})
  void aFaultHasTheExitCodeOfAFindingInAPortalToo(String kind) throws IOException {
    Path root = portal(kind);
    for (Path file : List.of(root.resolve(kind.equals("h2") ? "portal.mv.db" : "mesh.jlog"))) {
      byte[] octets = Files.readAllBytes(file);
      Arrays.fill(octets, (byte) 'x');
      Files.write(file, octets);
      Cli check = check(kind, root);
      assertEquals(1, check.code(), check.errors());
      assertTrue(check.out().startsWith(file.toString()), check.out());
      assertEquals("", check.errors());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aFaultHasTheExitCodeOfAFindingInAMachineToo(String kind) throws IOException {
    Path root = machine(kind);
    String name =
        switch (kind) {
          case "file" -> "test/profiles.json";
          case "registry" -> "CryptoMesh.reg";
          default -> "machine-test.mv.db";
        };
    byte[] octets = Files.readAllBytes(root.resolve(name));
    Arrays.fill(octets, (byte) 'x');
    Files.write(root.resolve(name), octets);
    Cli check = unchanged(root, "store", "check", "--store", kind, "--root", root + "");
    assertEquals(1, check.code(), check.errors());
    assertEquals("", check.errors());
  }

  @Test
  void anUnfinishedLastRecordIsNoGoodRecordOfALog() throws IOException {
    Path root = portal("jlog");
    Path mesh = root.resolve("mesh.jlog");
    assertEquals(0, Cli.run("log", "show", mesh + "").code());
    cut(mesh, 1);
    Cli verify = unchanged(root, "log", "verify", mesh + "");
    assertEquals(1, verify.code());
    assertTrue(
        verify.out().contains("in record 3: unfinished: the record has no line end"), verify.out());
    assertEquals(1, unchanged(root, "log", "show", mesh + "").code());
  }
}
