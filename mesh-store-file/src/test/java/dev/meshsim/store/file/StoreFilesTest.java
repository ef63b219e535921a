package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.DraftFlow;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a store and their modes. */
class StoreFilesTest {

  @TempDir Path places;
  private Path root;
  private Path test;

  @BeforeEach
  void nameThePlaces() {
    root = places.resolve("machine");
    test = root.resolve("test");
  }

  private static void requireModes(Path path) {
    assumeTrue(
        path.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no modes");
  }

  private void fill() {
    try (MachineStore store = Stores.open(root)) {
      Stores.put(store, SampleRecords.all());
    }
  }

  @Test
  void theServiceIsFoundByName() {
    assertTrue(MachineStores.names().contains("file"));
    assertEquals(
        Path.of(System.getProperty("user.home"), ".mmm"),
        MachineStores.named("file").usualRoot().orElseThrow());
  }

  @Test
  void directoriesAndFilesAreForTheirOwnerAlone() throws IOException {
    requireModes(places);
    try (MachineStore desktop = Stores.open(places.resolve("a/b/desktop"));
        MachineStore ring = Stores.open(places.resolve("ring"))) {
      DraftFlow.run(World.seeded(8), desktop, ring);
      for (Path path : Stores.below(places)) {
        if (!path.equals(places)) {
          String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
          assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", mode, path.toString());
        }
      }
    }
  }

  @Test
  void namesAreMadeOfFingerprintsAndConstants() throws IOException {
    fill();
    String udf = "[A-Z2-7]{4}(-[A-Z2-7]{1,4})+";
    String expected =
        "profiles\\.json|profiles/U\\.mmm[pda]|requests/U\\.mmm[rlk]|keys/id_ed25519-U(\\.pub)?"
            + "|keys/id_x25519-U(\\.pub)?\\.pem";
    List<String> names =
        Stores.files(test).stream().map(f -> test.relativize(f).toString()).toList();
    for (String name : names) {
      assertTrue(name.matches(expected.replace("U", udf)), name);
    }
    assertEquals(names.size(), names.stream().distinct().count());
    assertTrue(names.contains("profiles.json"));
    assertFalse(names.contains("lock"));
  }

  @Test
  void profilesAreTaggedSignedJson() throws IOException {
    fill();
    for (String kind : List.of("mmmp", "mmmd", "mmma")) {
      for (Path file : Stores.files(test.resolve("profiles"))) {
        if (file.toString().endsWith(kind)) {
          String tag =
              Map.of("mmmp", "Personal", "mmmd", "Device", "mmma", "Application").get(kind);
          assertTrue(Files.readString(file).startsWith("{\"Signed" + tag + "Profile\":{"));
        }
      }
    }
  }

  @Test
  void oneSeedGivesTheSameOctetsInEveryFile() throws IOException {
    assertEquals(filesOfFlow("one"), filesOfFlow("other"));
  }

  private Map<String, String> filesOfFlow(String place) throws IOException {
    Path desktop = places.resolve(place).resolve("desktop");
    try (MachineStore store = Stores.open(desktop);
        MachineStore ring = Stores.open(places.resolve(place).resolve("ring"))) {
      DraftFlow.run(World.seeded(8), store, ring);
    }
    Map<String, String> contents = new TreeMap<>();
    for (Path file : Stores.files(places.resolve(place))) {
      contents.put(places.resolve(place).relativize(file).toString(), Files.readString(file));
    }
    assertTrue(contents.size() > 20, contents.keySet().toString());
    return contents;
  }

  @Test
  void aCommitThatChangesNothingWritesNothing() throws IOException {
    fill();
    Path index = test.resolve("profiles.json");
    Object before = Files.readAttributes(index, "unix:ino").get("ino");
    try (MachineStore store = Stores.open(root)) {
      store.commit(List.of());
      Stores.put(store, account("alice@example.com"));
    }
    assertEquals(before, Files.readAttributes(index, "unix:ino").get("ino"));
  }

  private static MachineRecord account(String name) {
    return SampleRecords.all().stream()
        .filter(record -> record.key().kind() == RecordKind.ACCOUNT)
        .filter(record -> record.key().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRemovedKeyLeavesNoFile() throws IOException {
    fill();
    try (MachineStore store = Stores.open(root)) {
      assertFalse(Stores.files(test.resolve("keys")).isEmpty());
      store.eraseTest();
    }
    assertEquals(List.of(test.resolve("profiles.json")), Stores.files(root));
  }

  @Test
  void testDataStandsApartFromProductionData() throws IOException {
    fill();
    try (MachineStore store =
        new FileMachineStoreProvider()
            .open(root, StoreMode.PRODUCTION, World.seeded(1).stream("machine", "store"))) {
      Stores.put(store, SampleRecords.key(KeySpec.ED25519));
      assertEquals(List.of(), store.check());
    }
    assertEquals(2, Stores.files(root.resolve("keys")).size());
    assertTrue(Files.readString(root.resolve("profiles.json")).contains("\"production\""));
    assertTrue(Files.readString(test.resolve("profiles.json")).contains("\"test\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "test", "test/keys", "test/profiles", "test/requests"})
  void aDirectoryThatLetsOthersInIsRefused(String name) throws IOException {
    requireModes(places);
    fill();
    Path directory = root.resolve(name);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
    requireRefused("files.wide-mode", directory);
  }

  private void requireRefused(String code, Path place) {
    MachineStoreException refused =
        assertThrows(MachineStoreException.class, () -> Stores.open(root));
    assertEquals(1, refused.findings().size(), refused.findings()::toString);
    assertEquals(code, refused.code());
    assertEquals(place.toString(), refused.findings().get(0).place());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
  void aKeyThatOthersMayReadIsRefused(String mode) throws IOException {
    requireModes(places);
    fill();
    Path key = Stores.files(test.resolve("keys")).get(0);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
    try (MachineStore store = Stores.open(root)) {
      MeshException refused =
          Failing.with(FilesException.Code.WIDE_MODE, () -> store.list(RecordKind.PRIVATE_KEY));
      assertEquals(key.toString(), refused.place());
      assertFalse(store.list(RecordKind.DEVICE).isEmpty());
      Failing.with(
          FilesException.Code.WIDE_MODE, () -> Stores.put(store, SampleRecords.request("bob")));
      Failing.with(FilesException.Code.WIDE_MODE, store::eraseTest);
    }
  }

  @Test
  void everyFileIsRefusedIfOthersMayReadIt() throws IOException {
    requireModes(places);
    fill();
    List<Path> files = Stores.files(test);
    for (Path file : files) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      try (MachineStore store = Stores.open(root)) {
        assertEquals("files.wide-mode", store.check().get(0).code(), file.toString());
        assertEquals(file.toString(), store.check().get(0).place());
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    assertTrue(files.size() > 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys", "profiles", "requests", "lock"})
  void aSymlinkInPlaceOfADirectoryOrTheLockIsRefused(String name) throws IOException {
    Path elsewhere = Files.createDirectory(places.resolve("elsewhere"));
    Stores.open(root).close();
    Files.deleteIfExists(test.resolve(name));
    Files.createSymbolicLink(test.resolve(name), elsewhere);
    requireRefused("files.not-a-file", test.resolve(name));
    assertEquals(List.of(elsewhere), Stores.below(elsewhere));
  }

  @Test
  void aRootThatIsASymlinkIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(places.resolve("elsewhere"));
    Files.createSymbolicLink(root, elsewhere);
    requireRefused("files.not-a-file", root);
    assertEquals(List.of(elsewhere), Stores.below(elsewhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "keys/id_ed25519-AAAA-BBBB", "profiles/x", "requests/.x"})
  void aForeignFileIsRefusedByNameAndLeftAlone(String name) throws IOException {
    fill();
    Path foreign = Files.writeString(test.resolve(name), "mine");
    try (MachineStore store = Stores.open(root)) {
      assertEquals(List.of("files.foreign"), store.check().stream().map(Finding::code).toList());
      assertEquals(foreign.toString(), store.check().get(0).place());
      FilesException refused = assertThrows(FilesException.class, store::eraseTest);
      assertEquals(foreign, refused.file());
      assertFalse(store.list(RecordKind.PRIVATE_KEY).isEmpty());
    }
    assertEquals("mine", Files.readString(foreign));
  }

  @Test
  void anotherUsersFileIsRefused() throws IOException {
    fill();
    Path file = test.resolve("profiles.json");
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assumeTrue(false, "only the superuser can give a file away");
    }
    try (MachineStore store = Stores.open(root)) {
      assertEquals("files.foreign", store.check().get(0).code());
      assertTrue(store.check().get(0).problem().contains("nobody"));
    }
  }

  @Test
  void aReadingStoreTouchesNothing() throws IOException {
    fill();
    Map<Path, byte[]> before = new TreeMap<>();
    for (Path file : Stores.files(root)) {
      before.put(file, Files.readAllBytes(file));
    }
    try (MachineStore store = Stores.open(root)) {
      store.check();
    }
    assertEquals(List.copyOf(before.keySet()), Stores.files(root));
    for (Map.Entry<Path, byte[]> entry : before.entrySet()) {
      assertArrayEquals(entry.getValue(), Files.readAllBytes(entry.getKey()));
    }
  }
}
