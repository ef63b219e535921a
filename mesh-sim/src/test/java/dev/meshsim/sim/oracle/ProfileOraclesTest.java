package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracles of the versions of a profile. */
class ProfileOraclesTest {

  private static SignedPersonalProfile held(WatchedMesh mesh, Person person) {
    return mesh.history().profiles(person.name).get(0);
  }

  private static void store(WatchedMesh mesh, Person person, SignedPersonalProfile signed) {
    mesh.watched(person.name)
        .commit(List.of(new MachineChange.Put(new MachineRecord.Personal(signed))));
  }

  /** A profile with its devices, an application, a removal and a recovery. */
  static void live(WatchedMesh mesh) {
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    Person phone = mesh.machine("phone").connected(desktop);
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.add(phone, ring);
    phone.refresh();
    assertEquals(List.of("ok"), phone.openApplication());
    desktop.put("bank.com", "a password of some length");
    desktop.update();
    phone.openApplication();
    desktop.removeDevice(ring);
    ring.refresh();
    assertEquals(List.of("error session.cannot-decrypt"), ring.openApplication());
    desktop.escrow(2, 3);
    desktop.changeDeviceKeys();
    Person tablet = mesh.machine("tablet");
    assertEquals(List.of("ok", "same profile"), tablet.recover(Person.ALICE, desktop, 1, 3));
    desktop.refresh();
    phone.restart();
    phone.refresh();
    mesh.restartPortal(WatchedMesh.PORTAL);
    phone.refresh();
    tablet.delete();
    phone.eraseTest();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anHonestMeshIsSilent(Dialect dialect) {
    WatchedMesh mesh = new WatchedMesh(dialect, AllOracles.all());
    live(mesh);
    assertEquals("", mesh.text());
  }

  /** A call that has no name of its own. */
  private static void call(Person person, String word, Runnable act) {
    List<String> seen =
        person.run(
            word,
            person.name,
            Map.of(),
            () -> {
              act.run();
              return List.of("ok");
            });
    assertEquals(List.of("ok"), seen, word);
  }

  @Test
  void anHonestMeshOfTwoPortalsIsSilent() {
    WatchedMesh mesh = new WatchedMesh(Dialect.MESH, AllOracles.all());
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    Person phone = mesh.machine("phone").connected(desktop);
    String second = "alice@" + WatchedMesh.SECOND;
    call(desktop, "addAccount", () -> desktop.personal.addAccount(second));
    desktop.add(phone);
    phone.refresh();
    call(phone, "bindAccount", () -> phone.personal.bindAccount(second));
    phone.openApplication();
    mesh.away.add(WatchedMesh.SECOND);
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.put("bank.com", "a password of some length");
    desktop.update();
    mesh.away.clear();
    call(phone, "personalSession", () -> phone.personal = phone.session.personalSession(second));
    phone.refresh();
    phone.openApplication();
    call(desktop, "publishAgain", () -> desktop.personal.publishAgain());
    assertEquals(List.of("ok"), desktop.removeDevice(ring));
    phone.refresh();
    phone.openApplication();
    ring.refresh();
    mesh.restartPortal(WatchedMesh.PORTAL);
    mesh.restartPortal(WatchedMesh.SECOND);
    mesh.tell(new SimEvent.Settled());
    assertEquals("", mesh.text());
  }

  @Test
  void aVersionThatNobodyMadeIsSeen() {
    WatchedMesh mesh = new WatchedMesh("profile-chain");
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    WatchedMesh elsewhere = new WatchedMesh();
    Person mallory = elsewhere.machine("mallory").withAccount(Person.ALICE);
    store(mesh, desktop, held(elsewhere, mallory));
    assertEquals(1, mesh.violations().size(), mesh.text());
    assertTrue(mesh.text().contains("that no machine has made"), mesh.text());
  }

  @Test
  void aSignatureByNoAdministratorIsSeen() {
    WatchedMesh mesh = new WatchedMesh("profile-chain");
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    SignedPersonalProfile good = held(mesh, desktop);
    Person other = mesh.machine("other").withAccount("bob@" + WatchedMesh.PORTAL);
    store(
        mesh,
        desktop,
        new SignedPersonalProfile(
            good.identifier(),
            new JsonWebSignature(
                good.signedData().payload(), held(mesh, other).signedData().signatures())));
    assertTrue(mesh.text().contains("that no administrator's key has signed"), mesh.text());
  }

  @Test
  void aVersionThatWasReplacedIsSeen() {
    WatchedMesh mesh = new WatchedMesh("versions-forward");
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    SignedPersonalProfile first = held(mesh, desktop);
    mesh.machine("phone").connected(desktop);
    assertEquals("", mesh.text());
    store(mesh, desktop, first);
    assertTrue(mesh.text().contains("that it had replaced"), mesh.text());
  }

  @Test
  void anEarlierVersionThanTheOneHeldIsSeen() {
    WatchedMesh mesh = new WatchedMesh("versions-forward");
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    SignedPersonalProfile first = held(mesh, desktop);
    Person phone = mesh.machine("phone").connected(desktop);
    store(mesh, phone, first);
    assertTrue(mesh.text().contains("in place of that of"), mesh.text());
  }

  @Test
  void aMachineThatForgotItsProfileBeginsAnew() {
    WatchedMesh mesh = new WatchedMesh("versions-forward");
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    SignedPersonalProfile first = held(mesh, desktop);
    Person phone = mesh.machine("phone").connected(desktop);
    RecordKey key = new RecordKey(RecordKind.PERSONAL, first.identifier().text());
    mesh.watched(phone.name).commit(List.of(new MachineChange.Remove(key)));
    store(mesh, phone, first);
    assertEquals("", mesh.text());
  }
}
