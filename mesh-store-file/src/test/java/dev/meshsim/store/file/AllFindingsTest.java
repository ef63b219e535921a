package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.store.Finding;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One look tells all that is wrong, whatever is wrong first. */
@Once
class AllFindingsTest extends FilledStore {

  @BeforeEach
  void addKey() {
    try (MachineStore store = Stores.open(root)) {
      Stores.put(store, SampleRecords.key(KeySpec.ED25519));
    }
  }

  private List<Finding> findings() {
    try (MachineStore store = Stores.open(root)) {
      return store.check();
    } catch (MachineStoreException e) {
      return e.findings();
    }
  }

  private static List<String> places(List<Finding> findings) {
    return findings.stream().map(Finding::place).sorted().toList();
  }

  private static List<String> names(List<Path> paths) {
    return paths.stream().map(Path::toString).sorted().toList();
  }

  private static void widen(List<Path> paths, String mode) throws IOException {
    for (Path path : paths) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  @Test
  void bothHalvesOfAKeyAreListed() throws IOException {
    List<Path> keys = Stores.files(test.resolve("keys"));
    widen(keys, "rw-rw-rw-");
    assertEquals(names(keys), places(findings()));
  }

  @Test
  void aStoreThatCannotBeOpenedTellsEverything() throws IOException {
    List<Path> wide = new ArrayList<>(Stores.files(test.resolve("keys")));
    wide.add(test.resolve("keys"));
    wide.add(test.resolve("profiles"));
    wide.add(test);
    wide.add(root);
    widen(wide, "rwxrwxrwx");
    wide.add(Files.writeString(test.resolve("notes.txt"), "mine"));
    MachineStoreException e = assertThrows(MachineStoreException.class, () -> Stores.open(root));
    assertEquals(names(wide), places(e.findings()));
    assertTrue(e.problem().contains("; and " + (wide.size() - 1) + " more findings"), e::problem);
    assertEquals("mine", Files.readString(test.resolve("notes.txt")));
    assertFalse(Files.exists(test.resolve("lock")), "nothing is left behind");
  }

  @Test
  void aNewPlaceThatLetsOthersInIsTheOnlyFinding() throws IOException {
    Path place = Files.createDirectory(places.resolve("new"));
    widen(List.of(place), "rwxrwxrwx");
    MachineStoreException e = assertThrows(MachineStoreException.class, () -> Stores.open(place));
    assertEquals(List.of(place.toString()), places(e.findings()));
    assertEquals(List.of(place), Stores.below(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "7", "{\"Version\":null}"})
  void aListThatIsNoneHidesNothingElse(String text) throws IOException {
    Files.writeString(test.resolve("profiles.json"), text);
    List<Path> bad = new ArrayList<>(List.of(Stores.files(test.resolve("keys")).get(1)));
    widen(bad, "rw-rw-rw-");
    bad.add(Files.writeString(test.resolve("profiles/notes.txt"), "mine"));
    bad.add(test.resolve("profiles.json"));
    List<Finding> findings = findings();
    assertEquals(names(bad), places(findings));
    assertEquals("store.file.index", findings.get(0).code());
    for (String leak : List.of("Feature", "[Source", "dev.meshsim")) {
      assertFalse(findings.get(0).problem().contains(leak), findings::toString);
    }
    try (MachineStore store = Stores.open(root)) {
      Failing.with(FileStoreException.Code.INDEX, () -> store.list(RecordKind.DEVICE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{\"Move\":[null],\"Remove\":[]}"})
  void aListOfChangesThatIsNoneIsNamed(String text) throws IOException {
    Path journal = Files.writeString(test.resolve("commit.json"), text);
    widen(List.of(journal), "rw-------");
    List<Finding> findings = findings();
    assertEquals(List.of(journal.toString()), places(findings));
    assertFalse(findings.get(0).problem().contains("dev.meshsim"), findings::toString);
    assertEquals(text, Files.readString(journal));
  }

  @Test
  void checkReportsAListThatWasEmptiedWhileTheStoreIsOpen() throws IOException {
    try (MachineStore store = Stores.open(root)) {
      for (String text : List.of("", "null")) {
        Files.writeString(test.resolve("profiles.json"), text);
        assertEquals(List.of(test + "/profiles.json"), places(store.check()));
      }
    }
  }

  @Test
  void aDefaultThatCannotBeIsNamed() throws IOException {
    Path index = test.resolve("profiles.json");
    String text = Files.readString(index);
    String keys = "\"Keys\" : {";
    assertTrue(text.contains(keys), text);
    Files.writeString(index, text.replace(keys, keys + "\"Default\":\"x\","));
    assertEquals(List.of(index.toString()), places(findings()));
    assertTrue(findings().get(0).problem().contains("default that cannot be"));
  }

  @Test
  void aMissingListIsNamedAndThePersonsFilesAreNot() throws IOException {
    Files.delete(test.resolve("profiles.json"));
    List<Path> bad = new ArrayList<>(List.of(test.resolve("profiles.json")));
    bad.add(Files.writeString(test.resolve("notes.txt"), "mine"));
    assertEquals(names(bad), places(findings()));
    assertTrue(findings().get(0).hint().startsWith("restore it from a copy"));
    try (MachineStore store = Stores.open(root)) {
      assertThrows(MeshException.class, () -> store.list(RecordKind.PRIVATE_KEY));
    }
    assertFalse(Files.exists(test.resolve("profiles.json")), "none is made over what is there");
  }

  @Test
  void hintsForKeyFilesFitTheFault() throws IOException {
    Path privateHalf = Stores.only(test.resolve("keys"), "id_ed25519-", keyName());
    Path publicHalf = Path.of(privateHalf + ".pub");
    String good = Files.readString(privateHalf);
    TreeSet<String> hints = new TreeSet<>();
    for (String bad : List.of("", good.substring(0, 100), "garbage")) {
      Files.writeString(privateHalf, bad);
      hints.add(findings().get(0).hint());
    }
    assertEquals("[put back a copy of this file; nothing was changed]", hints.toString());
    Files.writeString(privateHalf, good);
    Files.writeString(publicHalf, "garbage");
    assertEquals(
        "write it anew: ssh-keygen -e -f "
            + privateHalf
            + " > "
            + publicHalf
            + "; nothing was changed",
        findings().get(0).hint());
  }

  private static String keyName() {
    return SampleRecords.key(KeySpec.ED25519).udf().text();
  }
}
