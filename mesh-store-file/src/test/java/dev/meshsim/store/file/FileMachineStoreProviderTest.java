package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is there as long as anything of it is, so that a new one never covers a lost list. */
class FileMachineStoreProviderTest extends FilledStore {

  private boolean isThere(StoreMode mode) {
    return new FileMachineStoreProvider().isThere(root, mode);
  }

  @Test
  void eachFileOfARecordKeepsTheStoreThere() throws IOException {
    Files.delete(test.resolve(Layout.INDEX));
    List<Path> records =
        Stores.files(test).stream()
            .filter(file -> !file.equals(test.resolve(Layout.LOCK)))
            .toList();
    assertTrue(records.size() > 5, records.toString());
    for (Path last : records) {
      for (Path file : records) {
        Files.deleteIfExists(file);
      }
      assertFalse(isThere(StoreMode.TEST), last.toString());
      Files.createFile(last);
      assertTrue(isThere(StoreMode.TEST), last.toString());
    }
  }

  @Test
  void aListOrAJournalKeepsTheStoreThere() throws IOException {
    Path other = places.resolve("other").resolve("test");
    for (String name : List.of(Layout.INDEX, Layout.JOURNAL)) {
      root = Files.createDirectories(other.resolve(name).resolve("m")).resolve("machine");
      Files.createDirectories(root.resolve("test"));
      assertFalse(isThere(StoreMode.TEST));
      Files.createFile(root.resolve("test").resolve(name));
      assertTrue(isThere(StoreMode.TEST), name);
      assertFalse(isThere(StoreMode.PRODUCTION), name);
    }
  }

  @Test
  void otherFilesAreNoStore() throws IOException {
    root = places.resolve("other");
    Path directory = root.resolve("test");
    for (String name : Layout.DIRECTORIES) {
      Files.createDirectories(directory.resolve(name).getParent());
      Files.createFile(directory.resolve(name));
    }
    assertFalse(isThere(StoreMode.TEST));
    for (String name : Layout.DIRECTORIES) {
      Files.delete(directory.resolve(name));
      Files.createDirectories(directory.resolve(name));
      Files.createFile(directory.resolve(name).resolve("notes.txt"));
    }
    assertFalse(isThere(StoreMode.TEST));
  }

  @Test
  void testDataBesideProductionDataIsNoStrangeFile() {
    try (var store =
        new FileMachineStoreProvider()
            .open(root, StoreMode.PRODUCTION, World.seeded(5).stream("m", "s"))) {
      Stores.put(store, SampleRecords.all());
      assertEquals(List.of(), store.check());
    }
    try (var store = Stores.open(root)) {
      assertEquals(List.of(), store.check());
    }
  }

  @Test
  void aTestDirectoryWithinTestDataIsAStrangeFile() throws IOException {
    Files.createDirectory(test.resolve("test"));
    try (var store = Stores.open(root)) {
      assertFalse(store.check().isEmpty());
    }
  }

  @Test
  void personsFilesAreNoRecordsThatLostTheirList() throws IOException {
    Files.delete(test.resolve(Layout.INDEX));
    for (Path file : Stores.files(test)) {
      Files.delete(file);
    }
    for (String name : Layout.DIRECTORIES) {
      Files.createFile(test.resolve(name).resolve("notes.txt"));
    }
    try (var store = Stores.open(root)) {
      assertEquals(
          Collections.nCopies(Layout.DIRECTORIES.size(), "files.foreign"),
          store.check().stream().map(Finding::code).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test",
        "test/lock",
        "test/keys",
        "test/profiles.json",
        "test/profiles.json.new",
        "test/commit.json.unfinished",
        "test/keys/ABC.pem",
        "test/keys/ABC.pem.new",
        "test/profiles/ABC.mmmp.unfinished"
      })
  void namesOfTestDataAreThisStores(Path name) {
    assertTrue(new FileMachineStoreProvider().makes(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "profiles.json",
        "test/notes.txt",
        "test/notes.txt.new",
        "test/lock.new",
        "test/keys.new",
        "test/keys/notes.txt",
        "test/keys/profiles.json",
        "test/other/ABC.pem",
        "test/keys/other/ABC.pem"
      })
  void otherNamesAreAPersons(Path name) {
    assertFalse(new FileMachineStoreProvider().makes(name));
  }
}
