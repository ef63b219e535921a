package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracles of what is kept, and of how operations end. */
class DurableOraclesTest {

  private final WatchedMesh mesh = new WatchedMesh("durable", "portal-durable", "typed-errors");
  private final Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);

  @Test
  void aLostRecordIsSeen() {
    mesh.store("desktop")
        .commit(List.of(new MachineChange.Remove(new RecordKey(RecordKind.ACCOUNT, Person.ALICE))));
    mesh.tell(new SimEvent.Restarted("desktop"));
    assertTrue(mesh.text().contains("the record ACCOUNT alice@example.com is lost"), mesh.text());
  }

  @Test
  void anOldRecordIsSeen() {
    MachineRecord before = mesh.store("desktop").list(RecordKind.PERSONAL).get(0);
    mesh.machine("phone").connected(desktop);
    mesh.store("desktop").commit(List.of(new MachineChange.Put(before)));
    desktop.restart();
    assertTrue(mesh.text().contains("is another than the one committed last"), mesh.text());
  }

  @ParameterizedTest
  @EnumSource(
      value = WatchedMachineStore.Fate.class,
      names = {"FAILED_BUT_THERE", "FAILED_AND_ABSENT"})
  void aFailedCommitMayBeThereOrNot(WatchedMachineStore.Fate fate) {
    Person phone = mesh.machine("phone");
    mesh.watched("phone").next = fate;
    assertEquals(List.of("crash"), phone.createDevice());
    phone.restart();
    assertEquals("", mesh.text());
    if (fate == WatchedMachineStore.Fate.FAILED_AND_ABSENT) {
      phone.createDevice();
    }
    phone.restart();
    phone.restart();
    assertEquals("", mesh.text());
  }

  @Test
  void halfOfAFailedCommitIsSeen() {
    Person phone = mesh.machine("phone");
    mesh.watched("phone").next = WatchedMachineStore.Fate.FAILED_BUT_THERE;
    phone.createDevice();
    RecordKey one = mesh.store("phone").list(RecordKind.PRIVATE_KEY).get(0).key();
    mesh.store("phone").commit(List.of(new MachineChange.Remove(one)));
    phone.restart();
    assertTrue(mesh.text().contains("is lost"), mesh.text());
  }

  @Test
  void manyFailedCommitsAreNotCompared() {
    mesh.machine("phone");
    for (int i = 0; i < 12; i++) {
      MachineRecord record = new MachineRecord.Default(RecordKind.ACCOUNT, "a" + i + "@b.c");
      List<MachineChange> changes = List.of(new MachineChange.Put(record));
      mesh.tell(new SimEvent.CommitFailed("phone", changes));
    }
    assertEquals(false, mesh.history().overlays("phone").unknown());
    RecordKind[] kinds = {RecordKind.ACCOUNT, RecordKind.PERSONAL, RecordKind.DEVICE};
    for (int i = 0; i < 24; i++) {
      MachineRecord record = new MachineRecord.Default(kinds[i % 3], "a" + i + "@b.c");
      List<MachineChange> changes = List.of(new MachineChange.Put(record));
      mesh.tell(new SimEvent.CommitFailed("phone", changes));
    }
    assertEquals(true, mesh.history().overlays("phone").unknown());
    mesh.tell(new SimEvent.Restarted("phone"));
    assertEquals(false, mesh.history().overlays("phone").unknown());
    assertEquals("", mesh.text());
  }

  @Test
  void aMachineWithAnotherOnesDataHasThat() {
    Person phone = mesh.machine("phone");
    MachineRecord account = mesh.store("desktop").list(RecordKind.ACCOUNT).get(0);
    mesh.store("phone").commit(List.of(new MachineChange.Put(account)));
    mesh.tell(new SimEvent.Replaced("phone", Optional.of("desktop")));
    phone.restart();
    assertEquals("", mesh.text());
  }

  /** The portal goes on with a copy of its records but those of one key. */
  private void lose(LogName log, String key) {
    PortalStore old = mesh.portalStore(WatchedMesh.PORTAL);
    MemoryPortalStore less = new MemoryPortalStore();
    for (LogName name : LogName.values()) {
      old.scan(name, PageRequest.all()).items().stream()
          .filter(item -> name != log || !item.primaryKey().startsWith(key))
          .forEach(
              item ->
                  less.transact(
                      tx -> {
                        tx.put(
                            new Change(
                                name,
                                item.action(),
                                item.primaryKey(),
                                item.keys(),
                                item.text(),
                                item.added()));
                        return 1;
                      }));
    }
    mesh.portalStores.put(WatchedMesh.PORTAL, less);
    mesh.restartPortal(WatchedMesh.PORTAL);
  }

  @Test
  void aPortalThatKeepsAllIsSilent() {
    connected();
    lose(LogName.MESH, "nothing");
    mesh.restartPortal(WatchedMesh.PORTAL);
    assertEquals("", mesh.text());
  }

  private void connected() {
    Person phone = mesh.machine("phone").connected(desktop);
    Person ring = mesh.machine("ring");
    ring.createDevice();
    ring.connect(Person.ALICE);
    desktop.connectPending(ring);
    desktop.connectClose(ring, ConnectionStatus.REJECTED);
    Person watch = mesh.machine("watch");
    watch.createDevice();
    watch.connect(Person.ALICE);
    desktop.add(phone);
    desktop.escrow(2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "profile, MESH, the acknowledged version of",
    "application, MESH, the acknowledged version of",
    "escrow, MESH, the acknowledged version of",
    "Account$, PORTAL, the account",
    "Result-, PORTAL, the answer to the device",
    "Pending-, PORTAL, the request of the device"
  })
  void eachLossOfAPortalIsSeen(String what, LogName log, String seen) {
    connected();
    Map<String, String> keys =
        Map.of(
            "profile",
            desktop.personal.udf().text(),
            "application",
            desktop.application.udf().text(),
            "escrow",
            desktop.escrow.udf().text());
    lose(log, keys.getOrDefault(what, what));
    assertTrue(mesh.text().startsWith("portal-durable: after a restart"), mesh.text());
    assertTrue(mesh.text().contains("it has lost " + seen), mesh.text());
  }

  @Test
  void aPortalThatGoesBackIsSeenUnlessItWasPutBack() {
    MemoryPortalStore backup = new MemoryPortalStore();
    PortalTransfer.copy(mesh.portalStore(WatchedMesh.PORTAL), backup);
    mesh.machine("phone").connected(desktop);
    mesh.portalStores.put(WatchedMesh.PORTAL, backup);
    mesh.tell(new SimEvent.PortalReplaced(WatchedMesh.PORTAL));
    mesh.restartPortal(WatchedMesh.PORTAL);
    assertEquals("", mesh.text());
  }

  @Test
  void anApplicationThatLeftItsProfileIsNotMissed() {
    desktop.add();
    desktop.run(
        "removeApplication",
        "PasswordProfile",
        Map.of(),
        () -> {
          desktop.personal.removeApplication(desktop.application.udf().text());
          return List.of("ok");
        });
    desktop.escrow(2, 3);
    desktop.run(
        "renewEscrow",
        "1 of 2",
        Map.of(),
        () -> {
          desktop.personal.renewEscrow(2, 3);
          return List.of("ok");
        });
    desktop.run(
        "deleteAccount",
        "desktop",
        Map.of(),
        () -> {
          desktop.personal.deleteAccount();
          return List.of("ok");
        });
    mesh.restartPortal(WatchedMesh.PORTAL);
    assertEquals("", mesh.text());
  }

  @Test
  void aFailureWithoutACodeIsSeen() {
    SimEvent.Began began = new SimEvent.Began("desktop", "refresh", Map.of());
    Throwable failure = new IllegalStateException("a bug");
    mesh.tell(new SimEvent.Ended(began, List.of(), Optional.of(failure)));
    assertTrue(mesh.text().contains("without a code: java.lang.IllegalStateException"));
  }
}
