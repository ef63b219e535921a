package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFile;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.world.World;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A .reg file that a person puts beside the hive is merged whole when the store is opened. */
class ImportTest extends RegistryFixture {

  private static final String ROOT = "HKEY_CURRENT_USER\\Software\\CryptoMesh";
  private static final RecordKey BOB = new RecordKey(RecordKind.ACCOUNT, "bob@example.com");
  private static final RecordKey DEFAULT = new RecordKey(RecordKind.DEFAULT, "ACCOUNT");

  private final String profile = SampleRecords.profile().text();

  private static String utf16(String text) {
    StringBuilder octets = new StringBuilder();
    for (byte octet : (text + "\0").getBytes(StandardCharsets.UTF_16LE)) {
      octets.append(octets.length() == 0 ? "" : ",").append(String.format("%02x", octet));
    }
    return octets.toString();
  }

  @Test
  void valuesAreSetRemovedAndGivenInEveryForm() {
    filled();
    editHive(hive -> hive.replace("; end", "[" + layout().rootKey() + "\\Other]\r\n; end"));
    importFile(
        "; another account",
        "[" + ROOT + "\\accounts]",
        "@=hex(1):" + utf16("Bob@Example.com").replace(",62,", ",\\\r\n  62,"),
        "\"bob@example.com\"=\"" + profile + "\"",
        "\"ALICE@example.com\"=-",
        "[-" + ROOT + "\\ConnectionRequests]",
        "[" + ROOT + "\\Other]",
        "\"n\"=dword:0000000a");
    try (MachineStore store = open()) {
      assertEquals(
          List.of(new MachineRecord.Account("bob@example.com", SampleRecords.profile())),
          store.list(RecordKind.ACCOUNT));
      assertEquals(
          Optional.of(new MachineRecord.Default(RecordKind.ACCOUNT, "bob@example.com")),
          store.get(DEFAULT));
      assertEquals(List.of(), store.list(RecordKind.REQUEST));
      assertEquals(List.of(), store.check());
      put(store, SampleRecords.request("carol@example.com"));
    }
    assertTrue(hive().contains("\\Other]\r\n\"n\"=dword:0000000a\r\n"));
    assertFalse(Files.exists(layout().toImport()));
    assertTrue(Files.exists(layout().imported(2)), "the file is kept under another name");
    try (MachineStore store = open()) {
      assertTrue(store.get(BOB).isPresent());
      assertEquals(1, store.list(RecordKind.REQUEST).size());
    }
  }

  @Test
  void aHiveOfAnotherMachineIsRestoredWithItsFiles() throws Exception {
    filled();
    String content;
    try (MachineStore store = open()) {
      put(store, SampleRecords.request("one@example.com"));
      put(store, SampleRecords.request("two@example.com"));
      content = LogicalContent.of(store);
    }
    Path other = home.resolve("other");
    open(other).close();
    Layout there = new Layout(other, StoreMode.TEST);
    Files.copy(layout().hive(), there.toImport());
    for (Path directory : layout().fileDirectories()) {
      for (String file : tree(directory).keySet()) {
        Path to = other.resolve(home.relativize(directory)).resolve(file);
        Files.deleteIfExists(to);
        Files.copy(directory.resolve(file), to);
      }
    }
    try (MachineStore store = open(other)) {
      assertEquals(content, LogicalContent.of(store));
      assertEquals(List.of(), store.check());
      put(store, SampleRecords.request("three@example.com"));
    }
    try (MachineStore store = open(other)) {
      assertEquals(4, store.list(RecordKind.REQUEST).size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad",
        "[" + ROOT + "]\r\n\"Format\"=dword:00000002",
        "[" + ROOT + "]\r\n\"Format\"=-",
        "[" + ROOT + "\\Accounts]\r\n\"x@example.com\"=dword:00000001",
        "[" + ROOT + "\\Accounts]\r\n@=-",
        "[" + ROOT + "\\ThisDevice]\r\n\"MDDK-7N6A\"=\"C:\\\\nowhere\"",
        "[HKEY_CURRENT_USER\\SOFTWARE\\MathematicalMesh]",
        "[-" + ROOT + "]",
        "[-" + ROOT + "\\PrivateKeys]\r\n[" + ROOT + "\\PrivateKeys]\r\n\"MDDK-7N6A\"=\"X448\""
      })
  void aFileWithAnythingWrongChangesNothing(String lines) {
    String content = filled();
    importFile(lines);
    SortedMap<String, String> before = tree();
    MeshException e = assertThrows(MeshException.class, this::open);
    assertTrue(e.code().startsWith("store.registry."), e.getMessage());
    assertEquals(before, tree());
    layout().toImport().toFile().delete();
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void anEarlierImportIsNotOverwritten() throws Exception {
    filled();
    byte[] mine = {1, 2, 3};
    Files.write(layout().imported(2), mine);
    Files.createDirectory(layout().imported(3));
    importFile("[" + ROOT + "\\Accounts]", "\"bob@example.com\"=\"" + profile + "\"");
    byte[] imported = Files.readAllBytes(layout().toImport());
    open().close();
    assertArrayEquals(mine, Files.readAllBytes(layout().imported(2)));
    assertArrayEquals(imported, Files.readAllBytes(layout().imported(4)));
    assertFalse(Files.exists(layout().toImport()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acounts",
        "Accounts\\bob@example.com",
        "Other\\Deep",
        "Other",
        "Other\\Accounts",
        "Accounts\\\u001b[31m"
      })
  void aKeyThatTheStoreDoesNotKnowIsToldOf(String key) {
    filled();
    importFile("[" + ROOT + "\\Accounts]", "[" + ROOT + "\\" + key + "]", "@=\"" + profile + "\"");
    MeshException e = refused("store.registry.unknown-key", layout().toImport());
    String shown = layout().rootKey() + "\\" + key.replace("\u001b", "\\u001b");
    assertTrue(e.problem().startsWith(layout().toImport() + ":4: "), e.problem());
    String outer = key.startsWith("Other") ? layout().rootKey() + "\\Other" : shown;
    assertTrue(e.problem().contains("the key [" + outer + "] is not one"), e.problem());
    assertTrue(e.hint().contains("Accounts, PersonalProfiles, ThisDevice, "), e.hint());
    assertEquals(0, e.getSuppressed().length);
  }

  @Test
  void aKeyThatIsRemovedAgainNeedNotBeKnown() {
    filled();
    importFile("[" + ROOT + "\\Other]", "[-" + ROOT + "\\Other]", "[-" + ROOT + "\\Never]");
    open().close();
    assertFalse(hive().contains("Other"));
  }

  @Test
  void errorsNameTheFileThatIsWrong() {
    filled();
    importFile("[" + ROOT + "\\Accounts]", "\"x@example.com\"=dword:00000001");
    MeshException e = assertThrows(MeshException.class, this::open);
    assertTrue(e.problem().startsWith(layout().toImport() + ":4: "), e.problem());
  }

  @ParameterizedTest
  @EnumSource
  void anImportThatIsCutIsMadeUpFor(FaultMode mode) {
    Path root = Path.of("/machine");
    Layout layout = new Layout(root, StoreMode.TEST);
    int n = 0;
    boolean fired = true;
    while (fired) {
      FaultyFiles disk = FaultyFiles.sound(root);
      try (MachineStore store = open(disk, root)) {
        put(store, new MachineRecord.Account(ALICE, SampleRecords.profile()));
      }
      placeImport(disk, layout.toImport());
      FaultyFiles faulty = disk.restart(mode, n++);
      try (MachineStore store = open(faulty, root)) {
        assertTrue(store.get(BOB).isPresent());
      } catch (Throwable e) {
        assertTrue(faulty.fired(), "failed without a fault: " + e);
      }
      fired = faulty.fired();
      try (MachineStore store = open(faulty.restart(), root)) {
        assertTrue(store.get(BOB).isPresent(), mode + " at " + faulty.fault());
        assertEquals(1, store.list(RecordKind.ACCOUNT).size());
      }
    }
    assertTrue(n > (mode == FaultMode.DISK_FULL ? 2 : 8), "only " + n + " points");
  }

  private static MachineStore open(FaultyFiles disk, Path root) {
    return RegistryMachineStore.open(
        disk, root, StoreMode.TEST, World.seeded(52).stream("alice", "store"));
  }

  private void placeImport(FaultyFiles disk, Path file) {
    String text =
        RegText.HEADER
            + "\n["
            + ROOT
            + "\\Accounts]\n\"alice@example.com\"=-\n\"bob@example.com\"=\""
            + profile
            + "\"\n";
    try (DurableFile open = disk.create(file)) {
      open.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
      open.force();
    }
    disk.forceDirectory(file.getParent());
  }
}
