package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were changed, torn or swapped: each is named, none is overwritten. */
@Once
class DamageTest extends FilledStore {

  @BeforeEach
  void addKey() {
    try (MachineStore store = Stores.open(root)) {
      Stores.put(store, SampleRecords.key(KeySpec.P256_AGREE));
    }
  }

  private List<Finding> findings() {
    try (MachineStore store = Stores.open(root)) {
      return store.check();
    }
  }

  private void requireOne(String code, Path place, String words) {
    List<Finding> findings = findings();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(code, findings.get(0).code());
    assertEquals(place.toString(), findings.get(0).place());
    assertTrue(findings.get(0).problem().contains(words), findings::toString);
  }

  private Path index() {
    return test.resolve("profiles.json");
  }

  private void editIndex(String from, String to) throws IOException {
    String text = Files.readString(index());
    assertTrue(text.contains(from), text);
    String edited = text.replaceFirst(java.util.regex.Pattern.quote(from), to);
    Files.writeString(index(), edited.replaceFirst(Stores.CHECK, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Version\" : 1', '\"Version\" : 2', store.file.version, version 2",
    "'\"Mode\" : \"test\"', '\"Mode\" : \"production\"', store.file.mode, production",
    "'\"Mode\"', '\"Modus\"', store.file.index, Mode",
    "'\"Keys\"', '\"Keys\" : null, \"K\"', store.file.index, Keys",
    "'\"P256_AGREE\"', '\"P256\"', store.file.index, P256",
    "'\"KeySpec\" : \"P256_AGREE\",', '', store.file.index, without its KeySpec",
    "'\"profiles/', '\"profiles/../../', store.file.index, not in",
    "'\"keys/', '\"/etc/', store.file.index, not in",
    "'{', '', store.file.index, list",
    "'\"alice@example.com\",', '\"alice\\\\u0000\",', store.file.index, cannot be"
  })
  void aChangedListIsRefused(String from, String to, String code, String words) throws IOException {
    editIndex(from, to);
    String changed = Files.readString(index());
    requireOne(code, index(), words);
    try (MachineStore store = Stores.open(root)) {
      assertEquals(code, error(() -> store.list(RecordKind.DEVICE)));
      assertEquals(code, error(() -> store.get(SampleRecords.request("bob").key())));
      assertEquals(code, error(() -> Stores.put(store, SampleRecords.request("bob"))));
      assertEquals(code, error(store::eraseTest));
    }
    assertEquals(changed, Files.readString(index()));
  }

  private static String error(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(MeshException.class, act).code();
  }

  @Test
  void anEditIsNoticedUnlessTheCheckIsRemoved() throws IOException {
    String text = Files.readString(index());
    String edited = text.replace("\"P256_AGREE\"", "\"P256_SIGN\"");
    assertFalse(edited.equals(text));
    Files.writeString(index(), edited);
    requireOne("store.file.index", index(), "remove this member");
    Files.writeString(index(), edited.replaceFirst(Stores.CHECK, ""));
    assertEquals(List.of(), findings());
    Files.writeString(index(), text.replace("\n", "\n  "));
    assertEquals(List.of(), findings());
  }

  @Test
  void aListWithoutItsFilesNamesEachOfThem() throws IOException {
    List<Path> deleted = Stores.files(test.resolve("profiles"));
    for (Path file : deleted) {
      Files.delete(file);
    }
    List<Finding> findings = findings();
    assertEquals(
        deleted.stream().map(Path::toString).toList(),
        findings.stream().map(Finding::place).sorted().toList());
    assertTrue(findings.stream().allMatch(f -> f.code().equals("files.missing")));
  }

  @Test
  void filesWithoutTheirListAreNotTakenForAnEmptyStore() throws IOException {
    Files.delete(index());
    requireOne("store.file.index", index(), "is missing");
    assertTrue(findings().get(0).hint().startsWith("restore it from a copy"));
    try (MachineStore store = Stores.open(root)) {
      assertEquals("store.file.index", error(() -> store.commit(List.of())));
    }
    assertFalse(Files.exists(index()));
  }

  @Test
  void anEntryNamedTwiceIsRefused() throws IOException {
    String text = Files.readString(index());
    int from = text.indexOf("{", text.indexOf("\"Entries\""));
    String entry = text.substring(from, text.indexOf("}", from) + 1);
    Files.writeString(index(), text.replace(entry, entry + ", " + entry));
    requireOne("store.file.index", index(), "twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {".mmmp", ".mmmd", ".mmma"})
  void aTornProfileIsNamed(String extension) throws IOException {
    Path file =
        Stores.files(test.resolve("profiles")).stream()
            .filter(f -> f.toString().endsWith(extension))
            .findFirst()
            .orElseThrow();
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));
    requireOne("store.file.profile", file, "does not hold what its name says");
  }

  @Test
  void swappedProfilesAreNamed() throws IOException {
    List<Path> files =
        Stores.files(test.resolve("profiles")).stream()
            .filter(f -> f.toString().endsWith(".mmmp"))
            .toList();
    String first = Files.readString(files.get(0));
    Files.writeString(files.get(0), Files.readString(files.get(1)));
    Files.writeString(files.get(1), first);
    List<Finding> findings = findings();
    assertEquals(2, findings.size());
    assertTrue(findings.stream().allMatch(f -> f.problem().startsWith("holds the profile M")));
  }

  @Test
  void aProfileOfAnotherKindIsNamed() throws IOException {
    Path personal =
        Stores.files(test).stream()
            .filter(f -> f.toString().endsWith("p"))
            .findFirst()
            .orElseThrow();
    Path device =
        Stores.files(test).stream()
            .filter(f -> f.toString().endsWith("d"))
            .findFirst()
            .orElseThrow();
    Files.writeString(personal, Files.readString(device));
    requireOne("store.file.profile", personal, "SignedDeviceProfile");
  }

  @Test
  void aRequestOfAnotherAccountIsNamed() throws IOException {
    List<Path> files =
        Stores.files(test.resolve("requests")).stream()
            .filter(file -> file.toString().endsWith(".mmmr"))
            .toList();
    Files.writeString(files.get(0), Files.readString(files.get(1)));
    requireOne("store.file.profile", files.get(0), "another account");
  }

  @Test
  void aKeyWithAnotherKeysPublicHalfIsNamed() throws IOException {
    List<Path> halves =
        Stores.files(test.resolve("keys")).stream()
            .filter(f -> f.toString().matches(".*id_ed25519.*\\.pub"))
            .toList();
    Files.writeString(halves.get(0), Files.readString(halves.get(1)));
    requireOne("store.file.key", halves.get(0), "not the public half");
  }

  @Test
  void aKeyOfAnotherUseIsReadAsTheListSays() throws IOException {
    editIndex("\"P256_AGREE\"", "\"P256_SIGN\"");
    try (MachineStore store = Stores.open(root)) {
      MachineRecord.Key agree = SampleRecords.key(KeySpec.P256_AGREE);
      MachineRecord.Key found = (MachineRecord.Key) store.get(agree.key()).orElseThrow();
      assertEquals(KeySpec.P256_SIGN, found.jwk().spec());
    }
  }

  @Test
  void noProblemLineShowsAKey() throws IOException {
    for (Path file : Stores.files(test.resolve("keys"))) {
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("(?m)^([^-:]{30})[^-:]", "$1\\$"));
    }
    List<Finding> findings = findings();
    assertTrue(findings.size() >= 6, findings::toString);
    for (Finding finding : findings) {
      assertTrue(finding.problem().length() < 120, finding::toString);
      assertFalse(finding.problem().matches(".*[A-Za-z0-9+/]{24,}.*"), finding::toString);
    }
  }

  @Test
  void checkFindsWhatChangedWhileTheStoreWasOpen() throws IOException {
    try (MachineStore store = Stores.open(root)) {
      editIndex("\"P256_AGREE\"", "\"P256_SIGN\"");
      assertEquals(
          List.of("store.file.changed"), store.check().stream().map(Finding::code).toList());
      Files.writeString(index(), "{}");
      assertEquals(List.of("store.file.index"), store.check().stream().map(Finding::code).toList());
    }
  }

  @Test
  void checkListsAllFindingsAtOnce() throws IOException {
    Files.writeString(Stores.files(test.resolve("keys")).get(0), "garbage");
    Files.writeString(Stores.files(test.resolve("profiles")).get(0), "garbage");
    Files.delete(Stores.files(test.resolve("requests")).get(0));
    Files.writeString(test.resolve("notes.txt"), "mine");
    assertEquals(
        new TreeSet<>(
            List.of("store.file.key", "store.file.profile", "files.missing", "files.foreign")),
        new TreeSet<>(findings().stream().map(Finding::code).toList()));
    assertEquals(4, findings().size());
  }

  @Test
  void aStoreThatCouldNotWriteRefusesToGoOn() throws IOException {
    MachineRecord carol = SampleRecords.request("carol@example.com");
    try (MachineStore store = Stores.open(root)) {
      String file = Layout.requestFile("carol@example.com");
      Files.createDirectory(test.resolve(file + ".new"));
      assertEquals("files.exists", error(() -> Stores.put(store, carol)));
      assertEquals("store.file.failed", error(() -> store.get(carol.key())));
      assertTrue(store.check().stream().anyMatch(f -> f.code().equals("store.file.failed")));
      Files.delete(test.resolve(file + ".new"));
    }
    try (MachineStore store = Stores.open(root)) {
      assertTrue(store.get(carol.key()).isEmpty());
      Stores.put(store, carol);
      assertEquals(List.of(), store.check());
    }
  }

  @Test
  void aFingerprintTooLongForAFileNameIsRefused() throws IOException {
    String name = "\"" + SampleRecords.key(KeySpec.P256_AGREE).udf() + "\"";
    editIndex(name, "\"AAAA" + "-AAAA".repeat(60) + "\"");
    assertTrue(findings().stream().anyMatch(f -> f.code().equals("store.file.name")));
  }

  @Test
  void testDataMovedToTheProductionPlaceIsRefused() throws IOException {
    Path moved = places.resolve("moved");
    Files.move(test, moved);
    try (MachineStore store =
        new FileMachineStoreProvider()
            .open(moved, StoreMode.PRODUCTION, World.seeded(1).stream("machine", "store"))) {
      assertEquals("store.file.mode", error(() -> store.list(RecordKind.DEVICE)));
    }
  }
}
