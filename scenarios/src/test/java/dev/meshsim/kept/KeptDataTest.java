package dev.meshsim.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Machine stores and archives that commit f92eff9 wrote. */
@Once
class KeptDataTest {

  @TempDir private Path directory;

  /**
   * A machine's data.
   *
   * @param name the scenario and the machine
   */
  record Machine(StoreMode mode, String name) {

    String archive() {
      return "archives/" + this + ".jsonl";
    }

    @Override
    public String toString() {
      return mode.name().toLowerCase(Locale.ROOT) + "/" + name;
    }
  }

  /** A store that holds a machine's data. */
  record Kept(String kind, Machine machine) {

    Path unpack(Path to) throws IOException {
      return KeptData.unpack("machines/" + kind + ".zip", machine + "/", to);
    }
  }

  static List<Machine> machines() throws IOException {
    List<Machine> machines = new ArrayList<>();
    for (StoreMode mode : StoreMode.values()) {
      Path archives = KeptData.original("archives/" + mode.name().toLowerCase(Locale.ROOT));
      try (Stream<Path> files = Files.walk(archives)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> archives.relativize(file).toString().replace(".jsonl", ""))
            .sorted()
            .forEach(name -> machines.add(new Machine(mode, name)));
      }
    }
    return machines;
  }

  static List<Kept> stores() throws IOException {
    List<Kept> stores = new ArrayList<>();
    for (String kind : KeptData.MACHINE_KINDS) {
      machines().forEach(machine -> stores.add(new Kept(kind, machine)));
    }
    return stores;
  }

  /** The first machine of each mode, in each kind of store. */
  static List<Kept> aStoreOfEachModeAndKind() throws IOException {
    return stores().stream().filter(kept -> kept.machine().name().equals("alice/desktop")).toList();
  }

  @Test
  void nothingIsLeftOut() throws IOException {
    assertEquals(3 * 7, stores().size());
    assertEquals(3 * 2, aStoreOfEachModeAndKind().size());
    String archives = "";
    for (Machine machine : machines()) {
      archives += KeptData.text(machine.archive());
    }
    for (String tag :
        List.of("Account", "Personal", "Device", "Application", "Request", "Key", "Default")) {
      assertTrue(archives.contains("\n{\"" + tag + "\":"), tag);
    }
    for (String type : List.of("Ed25519", "X25519", "Ed448", "X448", "P-256", "RSA")) {
      assertTrue(archives.contains("\"" + type + "\""), type);
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void everyRecordIsRead(Kept kept) throws IOException {
    Path root = kept.unpack(directory.resolve("store"));
    assertEquals(List.of(), problems(kept, root));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void theCommandFindsNothingWrongAndExportsTheArchive(Kept kept) throws IOException {
    Path root = kept.unpack(directory.resolve("store"));
    Cli checked = store("check", kept.kind(), kept.machine().mode(), root);
    assertEquals("", checked.out() + checked.errors());
    assertEquals(0, checked.code());
    assertEquals(KeptData.text(kept.machine().archive()), exported(kept, root));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void anArchiveIsImportedIntoEveryKindAndExportedAgain(Kept kept) throws IOException {
    Path root = directory.resolve("store");
    Path archive = KeptData.original(kept.machine().archive());
    Cli imported = store("import", kept.kind(), kept.machine().mode(), root, archive);
    assertEquals(0, imported.code(), imported.errors());
    assertEquals(KeptData.text(kept.machine().archive()), exported(kept, root));
  }

  @ParameterizedTest
  @MethodSource("aStoreOfEachModeAndKind")
  void dataOfTheOtherModeIsRefusedAndNamed(Kept kept) throws IOException {
    Path root = kept.unpack(directory.resolve("store"));
    Map<String, String> before = Trees.of(root);
    StoreMode mode = kept.machine().mode();
    String wanted = "machine " + kept.kind() + ", " + word(other(mode)) + " data";
    String there = "machine " + kept.kind() + ", " + word(mode) + " data";
    for (String verb : List.of("check", "export")) {
      Path[] to = verb.equals("check") ? new Path[0] : new Path[] {directory.resolve("exported")};
      Cli refused = store(verb, kept.kind(), other(mode), root, to);
      assertEquals(2, refused.code());
      assertTrue(refused.errors().contains("no store of this kind: " + wanted), refused.errors());
      assertTrue(refused.errors().contains("it holds this: " + there), refused.errors());
    }
    Path archive = KeptData.original(kept.machine().archive());
    Path fresh = directory.resolve("fresh");
    assertEquals(2, store("import", kept.kind(), other(mode), fresh, archive).code());
    assertEquals(before, Trees.of(root));
  }

  /** Somebody renames files so that the data is where the other mode's would be. */
  @ParameterizedTest
  @MethodSource("aStoreOfEachModeAndKind")
  void dataInThePlaceOfTheOtherModeIsRefused(Kept kept) throws IOException {
    Path root = kept.unpack(directory.resolve("store"));
    StoreMode other = other(kept.machine().mode());
    Path moved = directory.resolve("moved");
    KeptData.copy(root, moved, name -> inThePlaceOf(other, kept.kind(), name));
    Cli refused = store("check", kept.kind(), other, moved);
    assertTrue(refused.code() == 1 || refused.code() == 2, refused.out() + refused.errors());
    List<String> problems =
        KeptStores.machineProblems(
            kept.kind(), other, moved, KeptData.text(kept.machine().archive()));
    String last = problems.get(problems.size() - 1);
    assertTrue(last.startsWith("the present code cannot read the " + kept.kind()), last);
    assertTrue(last.contains("; hint: "), last);
  }

  /** Shows that the tests of this class can fail. */
  @ParameterizedTest
  @MethodSource("aStoreOfEachModeAndKind")
  void oneAlteredOctetIsReported(Kept kept) throws IOException {
    Path root = kept.unpack(directory.resolve("store"));
    KeptData.alter(root, "alice@example.com", "alicf@example.com");
    assertNotEquals(List.of(), problems(kept, root));
  }

  @Test
  void aDifferenceIsReportedByLineAndColumn() throws IOException {
    String archive = KeptData.text("archives/test/alice/desktop.jsonl");
    String altered = archive.replaceFirst("alice@example.com", "alicf@example.com");
    assertEquals(
        List.of(
            "line 2 differs at column 28: "
                + "expected ...ccount\":{\"Account\":\"alice@example.com\",\"Profile\"... "
                + "but found ...ccount\":{\"Account\":\"alicf@example.com\",\"Profile\"..."),
        KeptStores.differences(archive, altered));
    List<String> cut = KeptStores.differences(archive, archive.lines().findFirst().orElseThrow());
    assertEquals(archive.lines().count() - 1, cut.size());
    assertTrue(cut.get(0).startsWith("line 2 is missing: ...{\"Account\""), cut.get(0));
  }

  private static List<String> problems(Kept kept, Path root) throws IOException {
    String archive = KeptData.text(kept.machine().archive());
    return KeptStores.machineProblems(kept.kind(), kept.machine().mode(), root, archive);
  }

  /** The exact octets that the command exports. */
  private String exported(Kept kept, Path root) throws IOException {
    Path to = directory.resolve("exported");
    Cli exported = store("export", kept.kind(), kept.machine().mode(), root, to);
    assertEquals(0, exported.code(), exported.errors());
    return Files.readString(to, StandardCharsets.UTF_8);
  }

  private static Cli store(String verb, String kind, StoreMode mode, Path root, Path... file) {
    List<String> arguments =
        new ArrayList<>(List.of("store", verb, "--store", kind, "--root", root + ""));
    if (mode == StoreMode.PRODUCTION) {
      arguments.add("--production");
    }
    for (Path path : file) {
      arguments.add(path + "");
    }
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static StoreMode other(StoreMode mode) {
    return mode == StoreMode.TEST ? StoreMode.PRODUCTION : StoreMode.TEST;
  }

  private static String word(StoreMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static String inThePlaceOf(StoreMode mode, String kind, String name) {
    boolean test = mode == StoreMode.TEST;
    return switch (kind) {
      case "file" -> test ? "test/" + name : name.replaceFirst("^test(/|$)", "");
      case "registry" ->
          test
              ? name.replace("MathematicalMesh", "CryptoMesh")
              : name.replace("CryptoMesh", "MathematicalMesh");
      default -> name.replace(word(other(mode)), word(mode));
    };
  }
}
