package dev.meshsim.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portal stores and logs that commit f92eff9 wrote. */
class KeptDataPortalsTest {

  private static final String GET = "{\"Get\": {\"Account\": \"alice@example.com\"}}";
  private static final String GET_DELETED = "{\"Get\": {\"Account\": \"mallory@example.com\"}}";

  private static final Pattern STATUS = Pattern.compile("\"Status\": ?([0-9]+)");

  @TempDir private Path directory;

  /** A portal's data in a kind of store. */
  record Kept(String kind, String portal) {

    Path copy(Path to) throws IOException {
      return kind.equals("jlog")
          ? KeptData.copy(logs(), to)
          : KeptData.unpack("portals/" + kind + ".zip", portal + "/", to);
    }

    /** The logs that hold the same records, only to be read. */
    Path logs() {
      return KeptData.original("portals/jlog/" + portal);
    }
  }

  static List<Kept> stores() {
    List<Kept> stores = new ArrayList<>();
    for (String kind : KeptData.PORTAL_KINDS) {
      stores.add(new Kept(kind, "alice"));
      stores.add(new Kept(kind, "alice-2017"));
    }
    return stores;
  }

  @ParameterizedTest
  @MethodSource("stores")
  void everyRecordIsRead(Kept kept) throws IOException {
    Path root = kept.copy(directory.resolve("store"));
    assertEquals(List.of(), KeptStores.portalProblems(kept.kind(), root));
    Cli checked = portal("check", kept.kind(), root);
    assertEquals("", checked.out() + checked.errors());
    assertEquals(0, checked.code());
    requireSame(kept.logs(), exported(kept.kind(), root));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void logsAreImportedIntoEveryKindAndExportedAgain(Kept kept) throws IOException {
    // A .jlog store is locked while it is read.
    Path logs = KeptData.copy(kept.logs(), directory.resolve("logs"));
    Path root = directory.resolve("store");
    Cli imported = portal("import", kept.kind(), root, logs);
    assertEquals(0, imported.code(), imported.errors());
    requireSame(kept.logs(), exported(kept.kind(), root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jlog/alice", "jlog/alice-2017", "reference/alice-2017"})
  void everySignatureAndFingerprintIsRight(String name) throws IOException {
    Path logs = KeptData.original("portals/" + name);
    Cli verified =
        Cli.run("log", "verify", logs.resolve("mesh.jlog") + "", logs.resolve("portal.jlog") + "");
    assertEquals(0, verified.code(), verified.out() + verified.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jlog/alice", "jlog/alice-2017", "reference/alice-2017"})
  void thePortalAnswersForItsAccounts(String name) {
    Path logs = KeptData.original("portals/" + name);
    Cli answered =
        Cli.piped(
            GET + "\n" + GET_DELETED,
            "log",
            "replay",
            logs.resolve("mesh.jlog") + "",
            logs.resolve("portal.jlog") + "");
    assertEquals(0, answered.code(), answered.errors());
    List<String> statuses =
        STATUS.matcher(answered.out()).results().map(found -> found.group(1)).toList();
    assertEquals(List.of("201", "404"), statuses, answered.out());
    assertTrue(answered.out().contains("SignedPersonalProfile"), answered.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jlog", "h2"})
  void logsOfTheReferencesFormAreImported(String kind) throws IOException {
    Path logs = KeptData.original("portals/reference/alice-2017");
    Path root = directory.resolve("store");
    Cli imported =
        Cli.run(
            "log",
            "import",
            "--store",
            kind,
            "--root",
            root + "",
            logs.resolve("mesh.jlog") + "",
            logs.resolve("portal.jlog") + "");
    assertEquals(0, imported.code(), imported.errors());
    assertEquals(List.of(), KeptStores.portalProblems(kind, root));
    Path again = directory.resolve("again");
    assertEquals(
        0, Cli.run("log", "export", "--store", kind, "--root", root + "", again + "").code());
    // The import numbers transactions anew.
    assertEquals(withoutNumbers(logs), withoutNumbers(again));
  }

  /** Shows that the tests of this class can fail. */
  @ParameterizedTest
  @MethodSource("stores")
  void oneAlteredOctetIsReported(Kept kept) throws IOException {
    Path root = kept.copy(directory.resolve("store"));
    KeptData.alter(root, "alice@example.com", "alicf@example.com");
    List<String> problems = KeptStores.portalProblems(kept.kind(), root);
    if (problems.isEmpty()) {
      Path exported = exported(kept.kind(), root);
      assertThrows(AssertionError.class, () -> requireSame(kept.logs(), exported));
    }
  }

  private static String withoutNumbers(Path logs) throws IOException {
    return Files.readString(logs.resolve("mesh.jlog")).replaceAll("\"TID:[0-9]+\"", "");
  }

  /** The directory of the two logs that the command exports. */
  private Path exported(String kind, Path root) {
    Path to = directory.resolve("exported");
    Cli exported = portal("export", kind, root, to);
    assertEquals(0, exported.code(), exported.errors());
    return to;
  }

  /** The logs have the octets that they had then. */
  private static void requireSame(Path expected, Path found) throws IOException {
    for (String name : List.of("mesh.jlog", "portal.jlog")) {
      String text = Files.readString(found.resolve(name));
      List<String> differences =
          KeptStores.differences(Files.readString(expected.resolve(name)), text);
      assertEquals(List.of(), differences, name);
    }
  }

  private static Cli portal(String verb, String kind, Path root, Path... directory) {
    List<String> arguments =
        new ArrayList<>(List.of("store", verb, "--portal", "--store", kind, "--root", root + ""));
    for (Path path : directory) {
      arguments.add(path + "");
    }
    return Cli.run(arguments.toArray(String[]::new));
  }
}
