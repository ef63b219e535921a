package dev.meshsim.store.file;

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
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.store.Finding;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged indexes: the missing part is named, and a foreign file is not replaced by a commit. */
@Once
class BadListTest extends FilledStore {

  private void requireOne(Path file, String words) {
    try (MachineStore store = Stores.open(root)) {
      List<Finding> findings = store.check();
      assertEquals(1, findings.size(), findings::toString);
      assertEquals("store.file.index", findings.get(0).code());
      assertEquals(file.toString(), findings.get(0).place());
      assertTrue(findings.get(0).problem().contains(words), findings::toString);
      Failing.with(FileStoreException.Code.INDEX, () -> store.list(RecordKind.DEVICE));
    }
  }

  private void editIndex(String from, String to) throws IOException {
    Path index = test.resolve("profiles.json");
    String text = Files.readString(index);
    assertTrue(text.contains(from), text);
    int at = text.indexOf(from);
    Files.writeString(index, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mode",
        "Accounts",
        "PersonalProfiles",
        "ThisDevice",
        "ApplicationProfiles",
        "ConnectionRequests",
        "Keys",
        "Entries",
        "Name"
      })
  void aMemberThatIsMissingIsNamed(String member) throws IOException {
    editIndex('"' + member + '"', "\"Other\"");
    requireOne(test.resolve("profiles.json"), "the member " + member + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Profile\" : ', '\"Profile\" : null, \"File\" : ', without the fingerprint",
    "'\"Profile\" : \"M', '\"Profile\" : \"1', wrong fingerprint"
  })
  void aRecordWithoutItsFingerprintIsRefused(String from, String to, String words)
      throws IOException {
    editIndex(from, to);
    requireOne(test.resolve("profiles.json"), words);
  }

  @ParameterizedTest
  @CsvSource({"'\"test\"', '\"\\u001b[2J\"'", "'\"profiles/', '\"\\u001b[2J/'"})
  void whatTheListSaysIsShownEscaped(String from, String to) throws IOException {
    editIndex(from, to);
    try (MachineStore store = Stores.open(root)) {
      String problem = only(store).problem();
      assertTrue(problem.contains("\\u001b[2J"), problem);
      assertFalse(problem.contains("\u001b"), problem);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Move\":[]}", "{\"Remove\":[]}"})
  void aListOfChangesNeedsBothMembers(String text) throws IOException {
    Path journal = Files.writeString(test.resolve("commit.json"), text);
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-------"));
    requireOne(journal, "the members Move and Remove are both needed");
    assertEquals(text, Files.readString(journal));
  }

  @Test
  void whatStandsInPlaceOfANewFileIsNotReplaced() throws IOException {
    Path elsewhere = Files.writeString(places.resolve("elsewhere"), "of somebody else");
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED448);
    Path file;
    try (MachineStore store = Stores.open(root)) {
      file = test.resolve("keys/" + KeyForm.ED448.privateName(key.udf().text()));
      Files.createSymbolicLink(file, elsewhere);
      FilesException.NotAFile e =
          assertThrows(FilesException.NotAFile.class, () -> Stores.put(store, key));
      assertEquals(file, e.file());
    }
    assertTrue(Files.isSymbolicLink(file));
    assertFalse(Files.exists(test.resolve("commit.json")), "nothing was decided");
    assertEquals("of somebody else", Files.readString(elsewhere));
  }

  @Test
  void aListOfChangesThatOthersMayWriteIsNotActedOn() throws IOException {
    Path victim = Stores.files(test.resolve("keys")).get(0);
    Path journal =
        Files.writeString(
            test.resolve("commit.json"),
            "{\"Move\":[],\"Remove\":[\"" + test.relativize(victim) + "\"]}");
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (MachineStore store = Stores.open(root)) {
      MeshException e =
          Failing.with(FilesException.Code.WIDE_MODE, () -> store.list(RecordKind.DEVICE));
      assertEquals(journal.toString(), e.place());
      assertEquals(journal.toString(), only(store).place());
    }
    assertTrue(Files.exists(victim));
  }

  @Test
  void aDamagedRecordIsNotTakenForOneThatIsNotThere() throws IOException {
    Path file = test.resolve(Layout.requestFile("bob@example.com"));
    MachineRecord bob = SampleRecords.request("bob@example.com");
    try (MachineStore store = Stores.open(root)) {
      Stores.put(store, bob);
    }
    Files.writeString(file, "garbage");
    try (MachineStore store = Stores.open(root)) {
      MeshException e = Failing.with(FileStoreException.Code.PROFILE, () -> store.get(bob.key()));
      assertTrue(e.problem().startsWith(file + ": "), e::problem);
    }
  }

  @Test
  void checkLooksAtTheDirectoriesAgain() throws IOException {
    Path keys = test.resolve("keys");
    try (MachineStore store = Stores.open(root)) {
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertEquals("files.wide-mode", only(store).code());
      Files.move(keys, places.resolve("elsewhere"));
      Files.createSymbolicLink(keys, places.resolve("elsewhere"));
      assertEquals("files.not-a-file", only(store).code());
      assertEquals(keys.toString(), only(store).place());
    }
  }

  private static Finding only(MachineStore store) {
    List<Finding> findings = store.check();
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }
}
