package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files too large to be read again are not written. */
class StoreLimitsTest {

  @TempDir Path places;

  private MachineStore open(int json, int key) {
    return new FileMachineStoreProvider(DurableFiles.real(), new Limits(json, key))
        .open(places, StoreMode.TEST, World.seeded(5).stream("machine", "store"));
  }

  private Map<Path, String> files() throws IOException {
    Map<Path, String> found = new TreeMap<>();
    for (Path file : Stores.files(places)) {
      found.put(file, Files.readString(file));
    }
    return found;
  }

  private void requireRefused(MachineStore store, Path file, MachineRecord... records)
      throws IOException {
    Map<Path, String> before = files();
    MeshException e =
        Failing.with(FileStoreException.Code.TOO_LARGE, () -> Stores.put(store, records));
    assertTrue(
        e.problem().startsWith(places.resolve("test").resolve(file) + ": would"), e::problem);
    assertEquals(before, files());
    assertEquals(List.of(), store.check());
  }

  @Test
  void aListThatCouldNotBeReadAgainIsNotWritten() throws IOException {
    MachineRecord bob = new MachineRecord.Account("bob", SampleRecords.profile());
    MachineRecord longer = new MachineRecord.Account("a".repeat(2_000), SampleRecords.profile());
    try (MachineStore store = open(2_000, 9_000)) {
      Stores.put(store, bob);
      requireRefused(store, Path.of("profiles.json"), longer);
      requireRefused(store, Path.of("profiles.json"), longer, SampleRecords.key(KeySpec.ED448));
    }
    try (MachineStore store = open(2_000, 9_000)) {
      assertEquals(List.of(bob), store.list(RecordKind.ACCOUNT));
      Stores.put(store, new MachineRecord.Account("carol", SampleRecords.profile()));
    }
  }

  @Test
  void aListOfTheLargestSizeIsReadAgain() throws IOException {
    MachineRecord bob = new MachineRecord.Account("bob", SampleRecords.profile());
    int octets;
    try (MachineStore store = open(9_000, 9_000)) {
      Stores.put(store, bob);
      octets = (int) Files.size(places.resolve("test/profiles.json"));
      store.eraseTest();
    }
    try (MachineStore store = open(octets - 1, 9_000)) {
      requireRefused(store, Path.of("profiles.json"), bob);
    }
    try (MachineStore store = open(octets, 9_000)) {
      Stores.put(store, bob);
    }
    try (MachineStore store = open(octets, 9_000)) {
      assertEquals(List.of(bob), store.list(RecordKind.ACCOUNT));
    }
  }

  @Test
  void aProfileAndAKeyThatCouldNotBeReadAgainAreNotWritten() throws IOException {
    MachineRecord.Request request = SampleRecords.request("bob");
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED448);
    try (MachineStore store = open(2_000, 100)) {
      requireRefused(store, Path.of(Layout.requestFile("bob")), request);
      requireRefused(store, Path.of("keys/" + KeyForm.ED448.privateName(key.udf().text())), key);
    }
  }

  @Test
  void aListOfChangesThatCouldNotBeReadAgainIsNotWritten() {
    Limits limits = new Limits(1_000, 1_000);
    Journal journal = new Journal(DurableFiles.real(), new Layout(places, StoreMode.TEST), limits);
    List<String> names = List.of("keys/id_ed25519-" + "A".repeat(1_000));
    journal.requireRoom(Map.of(), List.of());
    MeshException e =
        Failing.with(FileStoreException.Code.TOO_LARGE, () -> journal.requireRoom(Map.of(), names));
    assertTrue(e.problem().contains("commit.json: would"), e::problem);
  }
}
