package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevicesDecidedOracleTest {

  private final WatchedMesh mesh = new WatchedMesh("devices-decided");
  private final Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);

  private Person asking(String name) {
    Person person = mesh.machine(name);
    person.createDevice();
    person.connect(Person.ALICE);
    desktop.connectPending(person);
    return person;
  }

  @Test
  void everyKindOfDecisionCounts() {
    Person phone = mesh.machine("phone").connected(desktop);
    Person laptop = mesh.machine("laptop");
    laptop.createDevice();
    laptop.connectAsAdministrator(Person.ALICE);
    desktop.connectPending(laptop);
    assertEquals(List.of("ok"), desktop.acceptAdministrator(laptop));
    laptop.await();
    assertEquals(List.of("ok"), laptop.removeDevice(phone));
    phone.delete();
    phone.connect(Person.ALICE);
    laptop.connectPending(phone);
    assertEquals(List.of("ok"), laptop.accept(phone));
    phone.await();
    phone.changeDeviceKeys();
    phone.connect(Person.ALICE);
    laptop.connectPending(phone);
    assertEquals(List.of("ok"), laptop.accept(phone));
    desktop.refresh();
    assertEquals(List.of("ok"), desktop.changeDeviceKeys());
    assertEquals(List.of("ok"), desktop.escrow(2, 3));
    assertEquals(
        List.of("ok", "same profile"), mesh.machine("tablet").recover(Person.ALICE, desktop, 1, 2));
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aDeviceThatNobodyAcceptedIsSeen() {
    Person ring = asking("ring");
    desktop.personal.acceptUncompared(desktop.pending.pending().get(0));
    assertTrue(mesh.text().contains("of [ring], which nobody has accepted"), mesh.text());
    assertEquals("ring", ring.name);
  }

  @Test
  void aRejectedDeviceIsSeen() {
    Person ring = asking("ring");
    desktop.run(
        "connectClose",
        "ring",
        Map.of("result", "REJECTED"),
        () -> {
          desktop.personal.acceptUncompared(desktop.pending.pending().get(0));
          return List.of("ok");
        });
    assertTrue(mesh.text().contains("which nobody has accepted"), mesh.text());
    assertEquals("ring", ring.name);
  }

  @Test
  void aRejectionIsADecisionToo() {
    Person ring = asking("ring");
    desktop.connectClose(ring, ConnectionStatus.REJECTED);
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aDeviceWhoseCodeDifferedIsNotAccepted() {
    Person ring = asking("ring");
    SimEvent.Began began =
        new SimEvent.Began(
            "desktop", "connectClose", Map.of("connectClose", "ring", "result", "ACCEPTED"));
    mesh.tell(began);
    mesh.tell(new SimEvent.Ended(began, List.of("codes differ"), Optional.empty()));
    desktop.personal.acceptUncompared(desktop.pending.pending().get(0));
    assertTrue(mesh.text().contains("which nobody has accepted"), mesh.text());
    assertEquals("ring", ring.name);
  }

  @Test
  void aCopyAsksWithTheRequestOfItsOrigin() {
    Person ring = asking("ring");
    Person copy = mesh.machine("copy");
    mesh.store("copy")
        .commit(List.of(new MachineChange.Put(mesh.store("ring").list(RecordKind.DEVICE).get(0))));
    mesh.tell(new SimEvent.Replaced("copy", Optional.of("ring")));
    copy.device = ring.device;
    copy.attempt = ring.attempt;
    assertEquals(List.of("ok"), desktop.accept(copy));
    assertEquals("", mesh.text());
  }

  @Test
  void anEarlierDecisionStays() {
    Person ring = mesh.machine("ring").connected(desktop);
    SimEvent.Began began =
        new SimEvent.Began(
            "desktop", "connectClose", Map.of("connectClose", "ring", "result", "ACCEPTED"));
    mesh.tell(began);
    mesh.tell(new SimEvent.Ended(began, List.of("codes differ"), Optional.empty()));
    desktop.add(ring);
    assertEquals("", mesh.text());
  }

  @Test
  void anotherDeviceThanTheOneAcceptedIsSeen() {
    Person ring = asking("ring");
    Person phone = mesh.machine("phone");
    phone.createDevice();
    phone.connect(Person.ALICE);
    desktop.connectPending(ring, phone);
    desktop.run(
        "connectClose",
        "ring",
        Map.of("result", "ACCEPTED"),
        () -> {
          desktop.personal.acceptUncompared(desktop.pending.pending().get(1));
          return List.of("ok");
        });
    assertTrue(mesh.text().contains("of [phone], which nobody has accepted"), mesh.text());
    assertTrue(mesh.text().contains("has accepted ring, which is in no profile"), mesh.text());
  }

  @Test
  void aDeviceThatComesBackIsSeen() {
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.removeDevice(ring);
    ring.delete();
    ring.connect(Person.ALICE);
    desktop.connectPending(ring);
    assertEquals("", mesh.text());
    desktop.personal.acceptUncompared(desktop.pending.pending().get(0));
    assertTrue(mesh.text().contains("which was removed"), mesh.text());
    mesh.tell(new SimEvent.Settled());
    assertTrue(mesh.text().contains("has at last the device"), mesh.text());
  }

  @Test
  void newKeysThatAPortalStoredBeforeItEndedAreDecided() {
    mesh.crashing = true;
    assertEquals(List.of("error portal.unreachable"), desktop.changeDeviceKeys());
    mesh.crashing = false;
    desktop.refresh();
    assertEquals(List.of("ok"), desktop.add());
    assertEquals("", mesh.text());
  }

  @Test
  void newKeysThatNobodyAskedForAreSeen() {
    desktop.personal.changeDeviceKeys();
    assertTrue(mesh.text().contains("of [desktop], which nobody has accepted"), mesh.text());
  }

  @Test
  void aRemovalThatFailedMayHaveTakenEffect() {
    Person ring = mesh.machine("ring").connected(desktop);
    mesh.watched("desktop").next = WatchedMachineStore.Fate.FAILED_AND_ABSENT;
    assertEquals(List.of("crash"), desktop.removeDevice(ring));
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aRemovalWithoutEffectIsSeen() {
    mesh.machine("ring").connected(desktop);
    desktop.run("removeDevice", "ring", Map.of(), () -> List.of("ok"));
    assertTrue(mesh.text().contains("which is in the profile still"), mesh.text());
  }

  @Test
  void anAcceptedDeviceThatIsLostAtLastIsSeen() {
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.personal.removeDevice(ring.device.udf());
    mesh.tell(new SimEvent.Settled());
    assertTrue(mesh.text().contains("lacks at last the device"), mesh.text());
  }

  @Test
  void afterAPortalWentBackTheLatestDecisionsAreOpen() {
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.personal.removeDevice(ring.device.udf());
    mesh.tell(new SimEvent.PortalReplaced(WatchedMesh.PORTAL));
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aDeviceOfSomebodyElseInARecoveryIsSeen() {
    desktop.escrow(2, 3);
    Person ring = asking("ring");
    desktop.run(
        "recover",
        Person.ALICE,
        Map.of("shares", "[1]"),
        () -> {
          desktop.personal.acceptUncompared(desktop.pending.pending().get(0));
          return List.of("ok");
        });
    assertTrue(mesh.text().contains("of [ring], which nobody has accepted"), mesh.text());
    assertEquals("ring", ring.name);
  }
}
