package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.ForeignFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rarer ways in which a hive or an import is wrong; nothing is overwritten by any. */
class HiveRefusedTest extends RegistryFixture {

  @BeforeEach
  void fill() {
    filled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ApplicationProfiles", "ConnectionRequests", "PortalLags"})
  void aDefaultWhereThereIsNoneIsRefused(String key) {
    editHive(hive -> hive.replace("\\" + key + "]\r\n@=\"\"", "\\" + key + "]\r\n@=\"x\""));
    MeshException e = refused("store.registry.value", layout().hive());
    assertTrue(e.problem().contains("the key " + key + " has no default"), e.problem());
    assertEquals("write @=\"\"", e.hint());
  }

  @Test
  void theLastGenerationIsNotFollowedByTheFirst() {
    editHive(hive -> hive.replace("Generation\"=dword:00000001", "Generation\"=dword:fffffffe"));
    try (MachineStore store = open()) {
      put(store, SampleRecords.request("one@example.com"), SampleRecords.key(KeySpec.P256_SIGN));
      SortedMap<String, String> before = tree();
      MachineRecord two = SampleRecords.request("two@example.com");
      MeshException e = assertThrows(MeshException.class, () -> put(store, two));
      assertEquals("store.registry.value", e.code());
      String said = layout().hive() + ": Generation is 4294967295, the largest that it can be";
      assertEquals(said, e.problem());
      assertTrue(e.hint().startsWith("close the store and set Generation to the"), e.hint());
      assertThrows(MeshException.class, store::eraseTest);
      assertEquals(before, tree());
      assertEquals(3, store.list(RecordKind.PRIVATE_KEY).size());
    }
    importFile("[" + layout().rootKey() + "\\Accounts]");
    refused("store.registry.value", layout().hive());
  }

  @Test
  void aNumberBeyondTheLastGenerationIsNoneOfThisStore() throws IOException {
    assertEquals(0xffffffffL, Layout.generationOf(layout().keyFile(0xffffffffL)).orElse(0));
    assertTrue(Layout.generationOf(layout().keyFile(0x100000000L)).isEmpty());
    Path old = fileNamed(layout().roaming(), "PersonalProfile-");
    Path moved = old.resolveSibling(old.getFileName().toString().replace(".1.", ".9999999999."));
    Files.move(old, moved);
    String[] names = {old.getFileName().toString(), moved.getFileName().toString()};
    String line = hive().lines().filter(each -> each.contains(names[0])).findFirst().orElseThrow();
    importFile("[" + layout().rootKey() + "\\PersonalProfiles]", line.replace(names[0], names[1]));
    editHive(hive -> hive.replace(line + "\r\n", ""));
    open().close();
    assertTrue(hive().contains("\"Generation\"=dword:00000002"), hive());
    assertTrue(Files.exists(moved), "it is named");
  }

  @Test
  void nothingIsMergedIntoAHiveThatIsOlderThanItsFiles() throws IOException {
    Files.writeString(layout().roaming().resolve("PersonalProfile-MDDK-7N6A.9.xml"), "newer");
    importFile("[" + layout().rootKey() + "\\Accounts]");
    refused("store.registry.stale-hive", layout().hive());
  }

  @Test
  void aLinkInPlaceOfAnImportIsNotFollowed() throws IOException {
    importFile("[" + layout().rootKey() + "\\Accounts]");
    Path elsewhere = Files.move(layout().toImport(), home.resolve("elsewhere"));
    Files.createSymbolicLink(layout().toImport(), elsewhere);
    refused("files.not-a-file", layout().toImport());
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without it may do
  void withoutAModeNothingIsOpened() {
    assertThrows(NullPointerException.class, () -> new Layout(home, null));
  }

  @Test
  void aRootThatIsALinkIsNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("target"));
    Files.createDirectory(home.resolve("target"));
    requireRootRefused("files.not-a-file", link);
    assertEquals(Set.of(), tree(home.resolve("target")).keySet());
  }

  @Test
  void aRootThatOthersMayEnterIsRefused() throws IOException {
    Path wide = Files.createDirectory(home.resolve("wide"));
    Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwxrwxrwx"));
    requireRootRefused("files.wide-mode", wide);
    assertEquals(Set.of(), tree(wide).keySet());
  }

  @Test
  void anotherUsersRootIsRefused() throws IOException {
    Path theirs = Files.createDirectory(home.resolve("theirs"));
    ForeignFiles.giveAway(theirs);
    requireRootRefused("files.foreign", theirs);
    assertEquals(Set.of(), tree(theirs).keySet());
  }

  @Test
  void noPasswordIsMadeWhereOthersMayEnter() throws IOException {
    Path root = home.resolve("new");
    Path local = new Layout(root, StoreMode.TEST).local();
    Files.createDirectories(local);
    for (Path each = local; !each.equals(home); each = each.getParent()) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
    }
    Files.setPosixFilePermissions(local, PosixFilePermissions.fromString("rwxr-xr-x"));
    MeshException e = assertThrows(MeshException.class, () -> open(root));
    assertEquals("files.wide-mode", e.code(), e.getMessage());
    assertTrue(e.problem().startsWith(local.toString()), e.getMessage());
    assertEquals(Set.of(), tree(root).keySet());
  }

  private static void requireRootRefused(String code, Path root) {
    MeshException e = assertThrows(MeshException.class, () -> open(root));
    assertEquals(code, e.code(), e.getMessage());
    assertTrue(e.problem().startsWith(root + ": "), e.getMessage());
  }
}
