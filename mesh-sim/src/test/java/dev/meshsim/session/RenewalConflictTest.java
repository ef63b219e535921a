package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.session.application.RecipientKeys;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Removals while another administration device publishes the applications. */
class RenewalConflictTest {

  private TwoDevices two;
  private Udf application;
  private PersonalSession ring;

  private void start(Dialect dialect) {
    two = new TwoDevices(dialect);
    application = two.sharedApplication("base.example");
    MeshMachine machine =
        new MeshMachine(two.world, "ring", new MemoryMachineStore(StoreMode.TEST));
    ring = two.connect(new MeshSession(machine, two.portal), "ring");
    two.onDesktop(application).addDevice(udf(ring), false).update();
    two.later();
    two.laptop.refresh();
  }

  private static Udf udf(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  /** The laptop publishes the stored version anew, encrypted to the keys that it has. */
  private void laptopPublishes() {
    two.later();
    RawApplication.publish(two.laptop, RawApplication.stored(two.laptop, application));
    two.later();
  }

  private void laptopIsFaster(int times) {
    for (int i = 0; i < times; i++) {
      two.desktopsWay.before(Transaction.PUBLISH, this::laptopPublishes);
    }
  }

  private KnownApplicationProfile stored() {
    return RawApplication.stored(two.desktop, application);
  }

  private Udf signer() {
    return Dialect.of(application)
        .signatures()
        .signer(two.desktop.client().applicationProfile(application).signedData(), 0);
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationIsEncryptedAnewAtTheThirdAttempt(Dialect dialect) {
    start(dialect);
    Udf key = ring.thisDevice().deviceEncryptionKey().udf();
    assertTrue(RecipientKeys.of(stored()).contains(key));
    two.desktopsWay.pass(Transaction.PUBLISH);
    laptopIsFaster(2);
    int before = two.desktopsWay.count(Transaction.PUBLISH);
    assertEquals(List.of(), two.desktop.removeDevice(udf(ring)));
    assertEquals(before + 4, two.desktopsWay.count(Transaction.PUBLISH));
    assertFalse(RecipientKeys.of(stored()).contains(key));
    assertEquals(udf(two.desktop), signer());
  }

  @ParameterizedTest
  @EnumSource(names = "MESH")
  void afterThreeConflictsTheRemovalFailsAndASecondCallCompletesIt(Dialect dialect) {
    start(dialect);
    // Applications that a renewal leaves alone: administered by another, with the right readers.
    two.laptop.add(new PasswordProfile(true), true);
    two.desktop.refresh();
    Udf listed = two.desktop.add(new PasswordProfile(true)).udf();
    Udf key = ring.thisDevice().deviceEncryptionKey().udf();
    Udf removed = udf(ring);
    two.later();
    two.desktop.refresh();
    two.desktopsWay.pass(Transaction.PUBLISH);
    laptopIsFaster(3);
    int before = two.desktopsWay.count(Transaction.PUBLISH);
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> two.desktop.removeDevice(removed));
    assertEquals(409, e.status());
    assertEquals(before + 4, two.desktopsWay.count(Transaction.PUBLISH));
    assertTrue(RecipientKeys.of(stored()).contains(key));
    assertFalse(two.desktop.refresh().devices().containsKey(removed));

    var other = two.desktop.client().applicationProfile(listed);
    assertEquals(List.of(), two.desktop.removeDevice(removed));
    assertFalse(RecipientKeys.of(stored()).contains(key));
    assertEquals(before + 5, two.desktopsWay.count(Transaction.PUBLISH));
    assertEquals(other, two.desktop.client().applicationProfile(listed));
    fails(SessionException.Code.UNKNOWN_DEVICE, () -> two.desktop.removeDevice(removed));
  }

  @ParameterizedTest
  @EnumSource(names = "MESH")
  void theRemovedDeviceItselfIsFasterTwice(Dialect dialect) {
    start(dialect);
    laptopPublishes();
    laptopIsFaster(2);
    Udf key = two.laptop.thisDevice().deviceEncryptionKey().udf();
    assertEquals(List.of(), two.desktop.removeDevice(udf(two.laptop)));
    assertEquals(udf(two.desktop), signer());
    assertFalse(RecipientKeys.of(stored()).contains(key));
  }

  @Test
  void aVersionThatThisDeviceCannotDecryptIsSignedAsItIs() {
    start(Dialect.MESH);
    KnownApplicationProfile before = RawApplication.stored(two.laptop, application);
    RawApplication.publish(
        two.laptop,
        before.with(
            before.updated(), RawApplication.encrypted(two.laptop, "{}", two.laptop.thisDevice())));
    two.later();
    KnownApplicationProfile sealed = stored();
    List<RemovalFinding> findings = two.desktop.removeDevice(udf(two.laptop));
    assertEquals(
        List.of(new RemovalFinding(application, "PasswordProfile", true, false, true)), findings);
    assertEquals(udf(two.desktop), signer());
    assertEquals(sealed.sharedPrivate(), stored().sharedPrivate());
  }

  @ParameterizedTest
  @EnumSource(names = "MESH")
  void theRemovedDeviceItselfIsFasterThreeTimes(Dialect dialect) {
    start(dialect);
    laptopPublishes();
    laptopIsFaster(3);
    Udf removed = udf(two.laptop);
    assertEquals(
        409,
        assertThrows(PortalRefusedException.class, () -> two.desktop.removeDevice(removed))
            .status());
    assertTrue(two.desktop.refresh().devices().containsKey(removed));
    assertEquals(removed, signer());
    assertEquals(List.of(), two.desktop.removeDevice(removed));
    assertFalse(two.desktop.refresh().devices().containsKey(removed));
    assertEquals(udf(two.desktop), signer());
  }

  @Test
  void anotherRefusalIsNotTriedAgain() {
    start(Dialect.MESH);
    Udf removed = udf(ring);
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.loseRequest(Transaction.PUBLISH);
    int before = two.desktopsWay.count(Transaction.PUBLISH);
    assertThrows(RuntimeException.class, () -> two.desktop.removeDevice(removed));
    assertEquals(before + 2, two.desktopsWay.count(Transaction.PUBLISH));
    assertEquals(List.of(), two.desktop.removeDevice(removed));
  }

  @ParameterizedTest
  @EnumSource(names = "MESH")
  void partsThatNoDeviceHasAreLeftOutOfAnApplicationWithTheRightReaders(Dialect dialect) {
    start(dialect);
    application = two.desktop.add(SSHProfilePrivate.EMPTY, true).udf();
    two.later();
    var session = two.onDesktop(application);
    session.addDevice(udf(ring), true);
    SshApplication.of(session).makeKey();
    session.update();
    two.later();
    ring.refresh();
    var onRing = ring.application(application.text());
    SshApplication.of(onRing).makeKey();
    onRing.update();
    two.later();
    var withRing = stored();
    Udf removed = udf(ring);
    two.desktop.removeDevice(removed);
    two.later();
    KnownApplicationProfile good = stored();
    assertEquals(1, good.devices().size());
    assertEquals(1, good.devicePrivate().size());
    fails(SessionException.Code.UNKNOWN_DEVICE, () -> two.desktop.removeDevice(removed));

    publishAndRepair(good.withDevices(withRing.devices(), good.devicePrivate()), good, removed);
    var parts = new ArrayList<>(good.devicePrivate());
    try (PrivateJwk stranger =
        PrivateJwk.generate(
            two.desktop.thisDevice().deviceEncryptionKey().jwk().spec(),
            two.world.stream("test", "stranger"))) {
      parts.add(
          RawApplication.encrypted(two.desktop, "{}", PublicKey.of(dialect, stranger.publicJwk())));
    }
    publishAndRepair(good.withDevices(good.devices(), parts), good, removed);
  }

  private void publishAndRepair(
      KnownApplicationProfile spoiled, KnownApplicationProfile good, Udf removed) {
    RawApplication.publish(two.desktop, spoiled.with(stored().updated(), good.sharedPrivate()));
    two.later();
    assertEquals(List.of(), two.desktop.removeDevice(removed));
    two.later();
    assertEquals(good.devices(), stored().devices());
    assertEquals(good.devicePrivate(), stored().devicePrivate());
    fails(SessionException.Code.UNKNOWN_DEVICE, () -> two.desktop.removeDevice(removed));
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceThatIsBeingRemovedIsToldThatItCannotDecrypt(Dialect dialect) {
    start(dialect);
    laptopPublishes();
    two.desktopsWay.pass(Transaction.PUBLISH);
    // Encrypted anew without the laptop, which the profile still lists.
    two.desktopsWay.before(
        Transaction.PUBLISH,
        () -> fails(ApplicationException.Code.CANNOT_DECRYPT, () -> two.onLaptop(application)));
    assertEquals(List.of(), two.desktop.removeDevice(udf(two.laptop)));
    two.onDesktop(application);
  }
}
