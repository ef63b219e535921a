package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracles of keys that are deleted, and of keys that stay where they are. */
class KeysOraclesTest {

  private WatchedMesh mesh = new WatchedMesh("deleted-keys", "machines-isolated");
  private Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);

  private MachineRecord.Key masterKey() {
    RecordKey key = new RecordKey(RecordKind.PRIVATE_KEY, desktop.personal.udf().text());
    return (MachineRecord.Key) mesh.store("desktop").get(key).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void honestDeletionsAreSilent(Dialect dialect, @TempDir Path folder) throws IOException {
    mesh = new WatchedMesh(dialect, "deleted-keys", "machines-isolated");
    desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    desktop.escrow(2, 3);
    mesh.files.put("desktop", List.of(Files.writeString(folder.resolve("a"), "nothing")));
    Person phone = mesh.machine("phone").connected(desktop);
    assertEquals(List.of("ok"), desktop.delete());
    desktop.recover(Person.ALICE, desktop, 1, 2);
    phone.restart();
    desktop.restart();
    phone.delete();
    desktop.eraseTest();
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aKeyInAFileIsSeen(@TempDir Path folder) throws IOException {
    byte[] secret = KeySecrets.of(masterKey().jwk()).get(0);
    Path file = Files.writeString(folder.resolve("old.db"), "x" + Bytes.of(secret).base64Url());
    mesh.files.put("desktop", List.of(file));
    desktop.refresh();
    assertEquals("", mesh.text());
    desktop.delete();
    assertTrue(mesh.text().contains("old.db of desktop has the deleted key"), mesh.text());
  }

  @Test
  void aKeyThatIsStillARecordIsSeen() {
    MachineRecord.Key key = masterKey();
    desktop.run(
        "delete",
        "desktop",
        Map.of(),
        () -> {
          mesh.tell(
              new SimEvent.Committed("desktop", List.of(new MachineChange.Remove(key.key()))));
          return List.of("ok");
        });
    assertTrue(mesh.text().contains("desktop has the deleted key"), mesh.text());
  }

  @Test
  void aMasterKeyThatADeletionLeavesIsSeen() {
    RecordKey profile = new RecordKey(RecordKind.PERSONAL, desktop.personal.udf().text());
    desktop.run(
        "delete",
        "desktop",
        Map.of(),
        () -> {
          mesh.watched("desktop").commit(List.of(new MachineChange.Remove(profile)));
          return List.of("ok");
        });
    assertTrue(mesh.text().contains("desktop has kept the master key"), mesh.text());
  }

  @Test
  void recordsAfterAnErasureAreSeen() {
    desktop.run("eraseTest", "desktop", Map.of(), () -> List.of("ok"));
    assertTrue(mesh.text().contains("has records after everything was erased"), mesh.text());
  }

  @Test
  void anotherMachinesKeyIsSeen() {
    mesh.machine("phone");
    List<MachineChange> changes = List.of(new MachineChange.Put(masterKey()));
    mesh.watched("phone").commit(changes);
    assertTrue(mesh.text().contains("phone has stored the private key"), mesh.text());
  }

  @Test
  void aCopyHasTheKeysOfItsOrigin() {
    mesh.machine("phone");
    mesh.machine("ring");
    mesh.tell(new SimEvent.Replaced("phone", Optional.of("desktop")));
    mesh.tell(new SimEvent.Replaced("ring", Optional.of("phone")));
    mesh.watched("ring").commit(List.of(new MachineChange.Put(masterKey())));
    assertEquals("", mesh.text());
  }

  @Test
  void aRecordThatAMachineDidNotStoreIsSeen() {
    mesh.machine("phone");
    MachineRecord account = mesh.store("desktop").list(RecordKind.ACCOUNT).get(0);
    mesh.store("phone").commit(List.of(new MachineChange.Put(account)));
    mesh.tell(new SimEvent.Restarted("desktop"));
    mesh.tell(new SimEvent.Restarted("desktop"));
    assertTrue(mesh.text().contains("on phone the record ACCOUNT"), mesh.text());
    int before = mesh.violations().size();
    mesh.tell(new SimEvent.Settled());
    assertEquals(before + 1, mesh.violations().size(), mesh.text());
  }
}
