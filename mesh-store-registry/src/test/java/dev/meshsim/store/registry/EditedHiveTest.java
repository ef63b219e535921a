package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.store.Finding;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip of a person who edits the hive costs no profile and no key. */
@Once
class EditedHiveTest extends RegistryFixture {

  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  private String content;

  @BeforeEach
  void fill() {
    content = filled();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEFAULT", "BEHIND", "PORTAL"})
  void aMisspeltKeyIsRefused(RecordKind kind) {
    String key = Subkeys.of(kind);
    editHive(hive -> hive.replace("\\" + key + "]", "\\" + key + "s]"));
    MeshException e = refused("store.registry.missing-key", layout().hive());
    assertTrue(e.problem().contains(": the key " + key + " is missing"), e.problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PersonalProfile",
        "DeviceProfile",
        "ApplicationProfile",
        "ConnectionRequest",
        "PortalLag"
      })
  void aFileThatIsNotNamedAnyMoreIsKept(String file) throws IOException {
    Path unnamed =
        fileNamed(file.startsWith("Device") ? layout().local() : layout().roaming(), file);
    editHive(hive -> hive.replaceFirst("\"[^\"]*\"=\"C:[^\"]*" + file + "-[^\"]*\"\r\n", ""));
    MeshException e = refused("store.registry.unnamed-file", unnamed);
    assertTrue(e.problem().endsWith("but CryptoMesh.reg does not name it"), e.problem());
    Files.move(unnamed, home.resolve("kept.xml"));
    try (MachineStore store = open()) {
      assertFalse(LogicalContent.of(store).equals(content), "as the hint says, it is left out");
    }
  }

  @Test
  void aStoreOfAnEarlierVersionHasNoKeyOfLags() {
    try (MachineStore store = open()) {
      store.commit(List.of(new MachineChange.Remove(SampleRecords.behind(ALICE).key())));
      content = LogicalContent.of(store);
    }
    editHive(hive -> hive.replace("[" + ROOT + "\\PortalLags]\r\n@=\"\"\r\n\r\n", ""));
    String before = hive();
    assertFalse(before.contains("PortalLags"), before);
    try (MachineStore store = open()) {
      assertEquals(List.of(), store.check());
      assertEquals(content, LogicalContent.of(store));
      assertEquals(before, hive());
      put(store, SampleRecords.request("carol@example.com"));
      assertFalse(hive().contains("PortalLags"), "an earlier version still reads it");
      put(store, SampleRecords.behind("carol@example.com"));
    }
    assertTrue(hive().contains(ROOT + "\\PortalLags]\r\n@=\"\"\r\n\"carol@example.com\""), hive());
  }

  @Test
  void lagsUnderAMisspeltKeyAreMissed() {
    Path lag = fileNamed(layout().roaming(), "PortalLag");
    editHive(hive -> hive.replace("\\PortalLags]", "\\PortalLagss]"));
    assertTrue(refused("store.registry.unnamed-file", lag).problem().contains("does not name it"));
  }

  @Test
  void aLagUnderAnotherAccountIsRefused() {
    Path lag = fileNamed(layout().roaming(), "PortalLag");
    editHive(
        hive -> {
          int at = hive.indexOf("\\PortalLags]");
          return hive.substring(0, at) + hive.substring(at).replace('"' + ALICE, "\"bob");
        });
    refused("store.registry.mismatch", lag);
  }

  @Test
  void aDamagedLagIsNamed() throws IOException {
    Path lag = fileNamed(layout().roaming(), "PortalLag");
    Files.writeString(lag, Files.readString(lag).replace("\"Versions\"", "\"Version\""));
    MeshException e = refused("store.registry.xml", lag);
    assertTrue(e.problem().contains("does not hold a record: the member PortalLag: "), e.problem());
  }

  @Test
  void allThatIsWrongIsToldWhenTheStoreIsNotOpened() throws IOException {
    Path unnamed = fileNamed(layout().roaming(), "PersonalProfile");
    editHive(
        hive ->
            hive.replaceFirst("\"[^\"]*\"=\"C:[^\"]*PersonalProfile-[^\"]*\"\r\n", "")
                .replace("=\"ED25519\"", "=dword:00000001")
                .replace("[" + ROOT + "\\ThisDevice]", "[" + ROOT + "\\Device]"));
    Files.writeString(layout().local().resolve("notes.txt"), "mine");
    MachineStoreException e = assertThrows(MachineStoreException.class, this::open);
    List<String> codes = e.findings().stream().map(Finding::code).toList();
    assertTrue(
        codes.containsAll(
            List.of(
                "store.registry.missing-key",
                "store.registry.value-type",
                "store.registry.unused-file")),
        codes::toString);
    assertTrue(
        e.findings().stream().anyMatch(f -> f.place().equals(unnamed.toString())), e::getMessage);
  }

  @Test
  void keysThatAreNotNamedAnyMoreAreKept() {
    Path keys = fileNamed(layout().local(), "PrivateKeys");
    editHive(
        hive ->
            hive.replaceFirst(
                "(?s)(\\\\PrivateKeys\\]\r\n@=\")[^\r]*\r\n.*?\r\n\r\n", "$1\"\r\n\r\n"));
    refused("store.registry.unnamed-file", keys);
  }

  @Test
  void theHiveNamesWhatTheLastCommitMadeSuperfluous() {
    String replaced = layout().location(fileNamed(layout().local(), "PrivateKeys"));
    try (MachineStore store = open()) {
      put(store, SampleRecords.key(KeySpec.P256_SIGN));
      assertTrue(hive().contains(obsolete(replaced)), this::hive);
      store.commit(
          List.of(new MachineChange.Remove(SampleRecords.request("bob@example.com").key())));
      assertFalse(hive().contains(obsolete(replaced)), this::hive);
      assertTrue(hive().contains("\\Obsolete]\r\n@=\"\"\r\n\"C:"), this::hive);
      assertEquals(List.of(), store.check());
    }
  }

  private static String obsolete(String location) {
    return "\\Obsolete]\r\n@=\"\"\r\n\"" + location.replace("\\", "\\\\") + "\"=\"\"\r\n";
  }

  @Test
  void nothingElseIsTakenForSuperfluous() {
    String location = layout().location(layout().password()).replace("\\", "\\\\");
    editHive(
        hive -> hive.replace("\\Obsolete]\r\n", "\\Obsolete]\r\n\"" + location + "\"=\"\"\r\n"));
    MeshException e = refused("store.registry.value", layout().hive());
    assertTrue(e.problem().contains("this store writes no file of that name"), e.problem());
  }

  @Test
  void aHiveThatCouldNotBeReadBackIsNotWritten() {
    String before = hive();
    try (MachineStore store = open()) {
      List<MachineChange> many =
          IntStream.range(0, 540)
              .<MachineChange>mapToObj(n -> new MachineChange.Put(account(n + "x".repeat(16_000))))
              .toList();
      MeshException e = assertThrows(MeshException.class, () -> store.commit(many));
      assertEquals("store.registry.too-large", e.code());
      assertTrue(e.problem().startsWith(layout().hive() + ": would have "), e.problem());
      assertEquals(before, hive());
      assertEquals(content, LogicalContent.of(store));
      put(store, account("carol@example.com"));
    }
    open().close();
  }

  private static MachineRecord account(String name) {
    return new MachineRecord.Account(name, SampleRecords.profile());
  }

  @Test
  void anImportThatMakesTheHiveTooLongIsNotMerged() {
    StringBuilder text = new StringBuilder(RegText.HEADER).append("\n[" + ROOT + "\\Accounts]\n");
    for (int n = 0; n < 540; n++) {
      text.append('"').append(n).append("x".repeat(16_000)).append("\"=\"");
      text.append(SampleRecords.profile().text()).append("\"\n");
    }
    write(layout().toImport(), text.toString().getBytes(StandardCharsets.UTF_8));
    refused("store.registry.too-large", layout().hive());
    layout().toImport().toFile().delete();
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void anImportMayRemoveKeysWithTheirFiles() {
    importFile("[-" + ROOT + "\\PrivateKeys]", "[-" + ROOT + "\\ApplicationProfiles]");
    try (MachineStore store = open()) {
      assertEquals(List.of(), store.list(RecordKind.PRIVATE_KEY));
      assertEquals(List.of(), store.list(RecordKind.APPLICATION));
      assertEquals(1, store.list(RecordKind.PERSONAL).size());
      assertEquals(List.of(), store.check());
    }
    open().close();
  }
}
