package dev.meshsim.session;

import static dev.meshsim.session.TwoDevices.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.application.network.MailProfile;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationOverview;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The values that the calls of a session return to a program. */
class ReturnedValuesTest {

  private final TwoDevices two = new TwoDevices(Dialect.MESH);

  private MeshSession session(String name) {
    return new MeshSession(
        new MeshMachine(two.world, name, new MemoryMachineStore(StoreMode.TEST)), two.portal);
  }

  private static Udf udf(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  private PendingConnection only() {
    List<PendingConnection> pending = two.desktop.connectPending().pending();
    assertEquals(1, pending.size());
    return pending.get(0);
  }

  private void isOf(ConnectionResult result, ConnectionStatus status, ConnectionAttempt attempt) {
    assertEquals(status, result.result());
    assertEquals(attempt.deviceUdf(), result.device().identifier());
    assertEquals(two.desktop.udf(), result.parentUdf());
    assertEquals(status == ConnectionStatus.ACCEPTED, result.profile() != null);
  }

  @Test
  void anAttemptAndItsAnswers() {
    MeshSession ring = session("ring");
    DeviceRegistration device = ring.createDevice("ring", "a ring");
    assertEquals(
        List.of(device.udf()), ring.devices().stream().map(DeviceRegistration::udf).toList());
    assertEquals(Optional.of(device.udf()), ring.device().map(DeviceRegistration::udf));
    assertEquals(device.udf(), device.deviceProfile().udf());
    ConnectionAttempt attempt = ring.connect(device, ALICE);
    assertEquals(ALICE, attempt.account());
    assertEquals(device.udf(), attempt.deviceUdf());
    assertEquals(two.desktop.udf(), attempt.profileUdf());
    assertEquals(Optional.empty(), attempt.poll(attempt.authenticator()));
    ConnectionTimeoutException late =
        assertThrows(
            ConnectionTimeoutException.class,
            () ->
                attempt.awaitUncompared(
                    new Patience(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))));
    assertEquals(Duration.ofSeconds(1), late.waited());
    assertEquals(2, late.asked());
    assertEquals(
        attempt.authenticator(), ring.connectionAttempt(ALICE).orElseThrow().authenticator());
    PendingConnection pending = only();
    assertEquals(List.of("ring"), pending.deviceNames());
    assertEquals(Optional.of("a ring"), pending.deviceDescription());
    assertEquals(device.udf(), pending.deviceUdf());
    assertFalse(pending.asksToAdminister());
    ConnectionResult rejected = two.desktop.connectReject(pending);
    isOf(rejected, ConnectionStatus.REJECTED, attempt);
    assertThrows(ConnectionRefusedException.class, attempt::pollUncompared);

    ConnectionAttempt second = ring.connect(device, ALICE);
    String code = second.authenticator();
    isOf(two.desktop.connectAccept(only(), code, List.of()), ConnectionStatus.ACCEPTED, second);
    assertEquals(device.udf(), udf(second.pollUncompared().orElseThrow()));
    assertEquals(List.of(ALICE), ring.accounts());
    assertEquals(List.of(two.desktop.udf()), ring.profiles());

    MeshSession phone = session("phone");
    ConnectionAttempt third = phone.connectAsAdministrator(phone.createDevice(), ALICE);
    assertTrue(only().asksToAdminister());
    isOf(two.desktop.acceptUncompared(only()), ConnectionStatus.ACCEPTED, third);
    PersonalSession plain = third.awaitUncompared();
    assertEquals(ALICE, plain.account());
    assertFalse(plain.administers());
    two.later();
    DeviceRegistration changed = plain.changeDeviceKeys();
    assertEquals(third.deviceUdf(), changed.udf());
    ConnectionAttempt fourth = phone.connect(changed, ALICE);
    isOf(
        two.desktop.connectClose(only(), ConnectionStatus.ACCEPTED, fourth.authenticator()),
        ConnectionStatus.ACCEPTED,
        fourth);
    assertFalse(Objects.requireNonNull(two.desktop.transfer().dataItems()).isEmpty());
  }

  @Test
  void anAttemptOfADeviceThatIsGoneIsNotAskedFor() {
    MeshSession ring = session("ring");
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), ALICE);
    ring.machine().edit().remove(RecordKind.DEVICE, attempt.deviceUdf().text()).commit();
    Failing.with(SessionException.Code.NOT_CONNECTED, attempt::pollUncompared);
  }

  @Test
  void anApplicationAndItsOverview() {
    ApplicationSession mail = two.desktop.add(MailProfilePrivate.EMPTY, false);
    var key = two.desktop.thisDevice().deviceEncryptionKey();
    assertSame(mail, mail.changePublished(MailProfile.class, p -> p.withEncryptionPgp(key)));
    assertSame(mail, mail.change(MailProfilePrivate.class, content -> content));
    assertSame(mail, mail.addDevice(udf(two.laptop), false));
    mail.update();
    assertEquals("MailProfile", mail.type());
    assertEquals(List.of(udf(two.desktop)), mail.entry().adminDevices());
    assertEquals(Optional.empty(), mail.conflict(MailProfilePrivate.class));
    assertEquals(List.of(mail.udf()), two.desktop.applicationsOfType("MailProfile"));
    ApplicationOverview overview = two.desktop.applicationOverview(mail.udf().text());
    assertEquals(mail.entry(), overview.entry());
    assertEquals(udf(two.desktop), overview.signer());
    assertTrue(overview.registered());
    assertEquals(mail.udf(), overview.signed().identifier());
    ApplicationChoice choice = ApplicationChoice.administering(mail.udf());
    assertEquals(new ApplicationChoice(mail.udf(), true), choice);

    PasswordProfile passwords = new PasswordProfile(true);
    assertSame(passwords, passwords.put("bank.example", "alice", "first"));
    assertSame(passwords, passwords.autoGenerate(true));
    assertSame(passwords, passwords.neverAsk(List.of("shop.example")));
    assertEquals("alice", passwords.get("bank.example").orElseThrow().username());
    assertFalse(passwords.delete("other.example"));
    assertEquals("PasswordProfile[1 entries]", passwords.toString());
    assertTrue(passwords.delete("bank.example"));
    assertEquals(List.of("shop.example"), passwords.content().neverAsk());
    assertEquals(Boolean.TRUE, passwords.content().autoGenerate());
  }

  @Test
  void profilesEntriesAndFindings() {
    OfflineEscrowEntry entry = two.desktop.newEscrowEntry(2, 3);
    assertEquals(two.desktop.udf(), entry.profile());
    assertEquals(entry.udf(), entry.sealed().identifier());
    assertEquals(3, entry.keyShares().size());
    assertEquals("OfflineEscrowEntry[" + entry.udf() + ", 3 shares]", entry.toString());
    two.desktop.escrow(entry);
    two.later();
    OfflineEscrowEntry renewed = two.desktop.renewEscrow(2, 3, List.of(entry.udf()));
    assertEquals(two.desktop.udf(), renewed.profile());
    PersonalProfile profile =
        new PersonalProfile(two.desktopSession.createDevice().deviceProfile());
    assertEquals(profile.udf(), profile.signed().identifier());
    assertEquals("PersonalProfile[" + profile.udf() + "]", profile.toString());
    assertEquals(
        "the NotesProfile "
            + entry.udf()
            + " is still signed by and encrypted to the removed device",
        new RemovalFinding(entry.udf(), "NotesProfile", false, true, true).toString());
    assertEquals(
        "the NotesProfile " + entry.udf() + " is still encrypted to the removed device",
        new RemovalFinding(entry.udf(), "NotesProfile", false, false, true).toString());
    assertTrue(two.desktop.administers());
    assertEquals(List.of(ALICE), two.desktop.accounts());
  }
}
