package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.ssh.Tool;
import dev.meshsim.store.Finding;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody put there on purpose: no key is served, moved or deleted for them. */
@Once
class PlantedTest extends FilledStore {

  private Finding only() {
    try (MachineStore store = Stores.open(root)) {
      List<Finding> findings = store.check();
      assertEquals(1, findings.size(), findings::toString);
      return findings.get(0);
    }
  }

  private static void privately(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void plan(String moves, String removes) throws IOException {
    privately(
        test.resolve("commit.json"), "{\"Move\":[" + moves + "],\"Remove\":[" + removes + "]}");
  }

  private static List<Path> halves(Path keys, MachineRecord.Key key) {
    KeyForm form = KeyForm.of(key.jwk().spec());
    String udf = key.udf().text();
    return List.of(keys.resolve(form.privateName(udf)), keys.resolve(form.publicName(udf)));
  }

  @Test
  void whatIsPlantedInPlaceOfAFileIsRefusedByName() throws Exception {
    List<Path> files = Stores.files(test);
    Tool mkfifo = Tool.installed("mkfifo");
    Path elsewhere = Files.writeString(places.resolve("elsewhere"), "of somebody else");
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      for (String planted : List.of("symlink", "directory", "pipe")) {
        Files.delete(file);
        switch (planted) {
          case "symlink" -> Files.createSymbolicLink(file, elsewhere);
          case "directory" -> Files.createDirectory(file);
          default -> mkfifo.run("-m", "600", file.toString());
        }
        try (MachineStore store = Stores.open(root)) {
          Finding finding = store.check().get(0);
          assertEquals("files.not-a-file", finding.code());
          assertEquals(file.toString(), finding.place());
          assertThrows(
              FilesException.NotAFile.class, () -> Stores.put(store, SampleRecords.request("bob")));
        }
        Files.delete(file);
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    assertEquals("of somebody else", Files.readString(elsewhere));
  }

  @Test
  void aPlantedPipeWhereAFileIsToBeWrittenIsRefused() throws Exception {
    Tool mkfifo = Tool.installed("mkfifo");
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED25519);
    mkfifo.run("-m", "600", test.resolve("keys/id_ed25519-" + key.udf() + ".new").toString());
    try (MachineStore store = Stores.open(root)) {
      assertEquals("files.not-a-file", store.check().get(0).code());
      assertThrows(FilesException.NotAFile.class, () -> Stores.put(store, key));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "{}",
        "{\"Move\":[\"../../x\"],\"Remove\":[]}",
        "{\"Move\":[],\"Remove\":[\"/etc/passwd\"]}",
        "{\"Move\":[],\"Remove\":[\"keys/../../x\"]}",
        "{\"Move\":[\"commit.json\"],\"Remove\":[]}",
        "{\"Move\":[],\"Remove\":[\"lock\"]}"
      })
  void aPlantedListOfChangesIsRefused(String text) throws IOException {
    Path journal = test.resolve("commit.json");
    privately(journal, text);
    List<Path> before = Stores.files(root);
    try (MachineStore store = Stores.open(root)) {
      Failing.with(FileStoreException.Code.INDEX, () -> store.list(RecordKind.DEVICE));
      assertEquals(journal.toString(), store.check().get(0).place());
    }
    assertEquals(before, Stores.files(root));
  }

  /** A copy has good modes and both halves belong together: only the fingerprint tells. */
  @ParameterizedTest
  @EnumSource(names = {"ED25519", "X25519"})
  void anotherPairOfHalvesIsNamed(KeySpec spec) throws IOException {
    MachineRecord.Key other = SampleRecords.key(spec);
    try (MachineStore store = Stores.open(places.resolve("other"))) {
      Stores.put(store, other);
    }
    MachineRecord.Key mine =
        SampleRecords.all().stream()
            .filter(record -> record instanceof MachineRecord.Key k && k.jwk().spec() == spec)
            .map(MachineRecord.Key.class::cast)
            .findFirst()
            .orElseThrow();
    List<Path> to = halves(test.resolve("keys"), mine);
    List<Path> from = halves(places.resolve("other/test/keys"), other);
    for (int i = 0; i < 2; i++) {
      Files.copy(from.get(i), to.get(i), StandardCopyOption.REPLACE_EXISTING);
    }
    Finding finding = only();
    assertEquals("store.file.key", finding.code());
    assertEquals(to.get(0).toString(), finding.place());
    assertTrue(finding.problem().contains("holds another key"), finding::toString);
    assertFalse(finding.hint().contains("passphrase"), finding::toString);
    try (MachineStore store = Stores.open(root)) {
      Failing.with(FileStoreException.Code.KEY, () -> store.get(mine.key()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"symlink", "directory", "wide"})
  void whatIsNoFileOfOursTakesNoKeysPlace(String planted) throws IOException {
    Path key = Stores.files(test.resolve("keys")).get(0);
    byte[] before = Files.readAllBytes(key);
    Path staged = Path.of(key + ".new");
    Path elsewhere = Files.writeString(places.resolve("elsewhere"), "of somebody else");
    switch (planted) {
      case "symlink" -> Files.createSymbolicLink(staged, elsewhere);
      case "directory" -> Files.createDirectory(staged);
      default -> Files.writeString(staged, "mine");
    }
    plan("\"keys/" + key.getFileName() + "\"", "");
    try (MachineStore store = Stores.open(root)) {
      assertTrue(
          store.check().stream().anyMatch(f -> f.place().equals(staged.toString())),
          store.check()::toString);
      assertThrows(MeshException.class, () -> store.list(RecordKind.PRIVATE_KEY));
    }
    assertArrayEquals(before, Files.readAllBytes(key));
    assertTrue(Files.isRegularFile(key, java.nio.file.LinkOption.NOFOLLOW_LINKS));
    assertEquals("of somebody else", Files.readString(elsewhere));
  }

  @Test
  void whatIsNoFileIsNotDeleted() throws IOException {
    Path request = Stores.files(test.resolve("requests")).get(0);
    Files.delete(request);
    Files.createDirectory(request);
    Path key = Stores.files(test.resolve("keys")).get(0);
    plan("", "\"keys/" + key.getFileName() + "\",\"requests/" + request.getFileName() + "\"");
    try (MachineStore store = Stores.open(root)) {
      assertEquals(request.toString(), store.check().get(0).place());
    }
    assertTrue(Files.isDirectory(request));
    assertTrue(Files.exists(key), "nothing is done before all was looked at");
  }

  @Test
  void aDirectoryOfTheNameOfANewFileIsNamed() throws IOException {
    Path key = Stores.files(test.resolve("keys")).get(0);
    Path staged = Files.createDirectory(Path.of(key + ".new"));
    Finding finding = only();
    assertEquals(staged.toString(), finding.place());
    assertEquals("files.not-a-file", finding.code());
    try (MachineStore store = Stores.open(root)) {
      assertThrows(FilesException.NotAFile.class, store::eraseTest);
    }
  }

  @Test
  void aPersonsFileNamedLockIsRefusedAndLeftAlone() throws IOException {
    Path lock = Files.writeString(test.resolve("lock"), "my notes on locks");
    MachineStoreException e = assertThrows(MachineStoreException.class, () -> Stores.open(root));
    assertEquals("files.foreign", e.code());
    assertEquals(lock.toString(), e.findings().get(0).place());
    assertEquals("my notes on locks", Files.readString(lock));
  }

  /** The files of this store are private; those that a person makes usually are not. */
  @ParameterizedTest
  @ValueSource(strings = {"profiles.json.new", "keys/ABC.new", "profiles.json.unfinished"})
  void aPersonsFileWithTheNameOfAnUnfinishedOneIsLeftAlone(String name) throws IOException {
    Path mine = Files.writeString(test.resolve(name), "mine");
    Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rw-r--r--"));
    Finding finding = only();
    assertEquals("files.foreign", finding.code());
    assertEquals(mine.toString(), finding.place());
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void aNameThatWouldMoveTheCursorIsShownEscaped() throws IOException {
    Files.writeString(test.resolve("a\u001b[2J\nb"), "mine");
    Finding finding = only();
    assertEquals(test + "/a\\u001b[2J\\u000ab", finding.place());
    assertEquals("is not a file of this store", finding.problem());
  }
}
