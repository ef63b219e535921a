package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices become administrators and act as such. */
class AdministratorTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAcceptedAdministratorDoesAllButWhatNeedsTheMasterKey(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    assertTrue(laptop.administers());
    assertEquals(
        List.of(Optional.of(device(home.alice)), Optional.of(device(laptop))),
        laptop.administrators().stream().map(a -> a.device()).toList());
    PersonalSession ring = home.plain(laptop, "ring");
    assertFalse(ring.administers());
    laptop.add(new PasswordProfile(true));
    assertEquals(3, home.alice.refresh().devices().size());
    laptop.removeDevice(device(ring));
    assertEquals(2, home.alice.refresh().devices().size());
    home.alice.add(new PasswordProfile(true));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAdministratorWithoutTheMasterKeyNeedsShares(Dialect dialect) {
    Household home = new Household(dialect);
    OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
    home.alice.escrow(entry);
    PersonalSession laptop = home.administrator("laptop");
    MeshSession phone = home.machine("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), ALICE);
    home.tick();
    laptop.refresh();
    PendingConnection pending = home.pending(laptop);
    String code = attempt.authenticator();
    fails(
        AdministrationException.Code.MASTER_KEY_NEEDED,
        () -> laptop.acceptAdministrator(pending, code));
    assertTrue(attempt.poll(code).isEmpty());
    int keys = laptop.context().machine().store().list(RecordKind.PRIVATE_KEY).size();
    home.tick();
    try (Secret secret = secret(entry)) {
      laptop.acceptAdministrator(pending, code, secret);
    }
    assertEquals(keys, laptop.context().machine().store().list(RecordKind.PRIVATE_KEY).size());
    home.tick();
    assertTrue(attempt.await(code).administers());
    assertEquals(3, laptop.administrators().size());
  }

  @Test
  void sharesOfAnotherProfileMakeNoAdministrator() {
    Household home = new Household(Dialect.MESH);
    MeshSession bob = home.machine("bob");
    PersonalSession bobs =
        bob.createAccount(
            "bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    OfflineEscrowEntry entry = bobs.newEscrowEntry(2, 3);
    bobs.escrow(entry);
    MeshSession phone = home.machine("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), ALICE);
    var before = home.alice.refresh().signed();
    fails(
        SessionException.Code.OTHER_PROFILE,
        () ->
            home.alice.acceptAdministrator(
                home.pending(home.alice), attempt.authenticator(), secret(entry)));
    assertEquals(before, home.alice.refresh().signed());
  }

  @Test
  void theCodesAreCompared() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    phone.connectAsAdministrator(phone.createDevice(), ALICE);
    fails(
        SessionException.Code.CODES_DIFFER,
        () -> home.alice.acceptAdministrator(home.pending(home.alice), "AAAA-AAAA-AAAA-AAAA"));
    assertEquals(1, home.alice.refresh().devices().size());
  }

  @Test
  void aPlainRequestMakesNoAdministrator() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    ConnectionAttempt attempt = phone.connect(phone.createDevice(), ALICE);
    PendingConnection pending = home.pending(home.alice);
    assertFalse(pending.asksToAdminister());
    fails(
        AdministrationException.Code.NO_ONLINE_KEY,
        () -> home.alice.acceptAdministrator(pending, attempt.authenticator()));
  }

  @Test
  void aRequestToAdministerMayBeAcceptedAsAPlainDeviceAndMadeAgain() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    DeviceRegistration registration = phone.createDevice();
    int keys = phone.machine().store().list(RecordKind.PRIVATE_KEY).size();
    ConnectionAttempt first = phone.connectAsAdministrator(registration, ALICE);
    assertTrue(home.pending(home.alice).asksToAdminister());
    PersonalSession plain = home.accepted(home.alice, first);
    assertFalse(plain.administers());
    assertEquals(keys, phone.machine().store().list(RecordKind.PRIVATE_KEY).size());
    fails(SessionException.Code.ALREADY_BOUND, () -> phone.connect(registration, ALICE));
    PersonalSession later = home.administrator(phone.connectAsAdministrator(registration, ALICE));
    assertTrue(later.administers());
    assertEquals(2, later.personalProfile().devices().size());
  }

  @Test
  void aSecondRequestOfAListedDeviceCanBeRejected() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    DeviceRegistration registration = phone.createDevice();
    PersonalSession plain = home.accepted(home.alice, phone.connect(registration, ALICE));
    ConnectionAttempt attempt = phone.connectAsAdministrator(registration, ALICE);
    home.tick();
    ConnectionResult result = home.alice.connectReject(home.pending(home.alice));
    assertEquals(ConnectionStatus.REJECTED, result.result());
    assertThrows(ConnectionRefusedException.class, () -> attempt.await(attempt.authenticator()));
    assertFalse(plain.administers());
    assertEquals(2, plain.refresh().devices().size());
    assertTrue(phone.connectionAttempt(ALICE).isEmpty());
  }

  @Test
  void acceptingAgainAfterALostAnswerChangesNothing() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), ALICE);
    PendingConnection pending = home.pending(home.alice);
    home.alice.acceptAdministrator(pending, attempt.authenticator());
    var accepted = home.alice.personalProfile().signed();
    home.tick();
    ConnectionResult again = home.alice.acceptAdministrator(pending, attempt.authenticator());
    assertEquals(ConnectionStatus.ACCEPTED, again.result());
    assertEquals(accepted, home.alice.refresh().signed());
    assertTrue(attempt.await(attempt.authenticator()).administers());
  }

  @Test
  void aNewOnlineKeyOfADeviceTakesThePlaceOfItsOldOne() {
    Household home = new Household(Dialect.MESH);
    MeshSession phone = home.machine("phone");
    DeviceRegistration registration = phone.createDevice();
    PersonalSession first = home.administrator(phone.connectAsAdministrator(registration, ALICE));
    Udf old = first.administrators().get(1).key().udf();
    PersonalSession again = home.administrator(phone.connectAsAdministrator(registration, ALICE));
    assertEquals(2, again.administrators().size());
    assertFalse(again.personalProfile().administeredBy(old));
    assertTrue(again.administers());
  }

  @Test
  void theKeyOfAnotherAdministratorIsNotTakenOver() {
    Household home = new Household(Dialect.MESH);
    PersonalSession laptop = home.administrator("laptop");
    var request = StolenKey.request(home, laptop.administrators().get(1).key());
    PendingConnection pending = new PendingConnection(request, "code");
    fails(
        AdministrationException.Code.NO_ONLINE_KEY,
        () -> home.alice.acceptAdministrator(pending, "code"));
    assertEquals(2, home.alice.administrators().size());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void deletingTheProfileLeavesAnAdministratorItsDevice(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    Udf device = device(laptop);
    laptop.delete();
    assertTrue(laptop.context().machine().findPrivateKey(device).isPresent());
    int left = laptop.context().machine().store().list(RecordKind.PRIVATE_KEY).size();
    assertEquals(3, left, "the keys of the device");
  }

  @Test
  void aPlainDeviceAcceptsNobody() {
    Household home = new Household(Dialect.MESH);
    PersonalSession ring = home.plain(home.alice, "ring");
    MeshSession phone = home.machine("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), ALICE);
    PendingConnection pending = home.pending(home.alice);
    fails(
        SessionException.Code.NOT_ADMINISTRATOR,
        () -> ring.acceptAdministrator(pending, attempt.authenticator()));
    fails(
        SessionException.Code.NOT_ADMINISTRATOR,
        () -> ring.connectClose(pending, ConnectionStatus.ACCEPTED, attempt.authenticator()));
  }

  static void fails(ErrorCode code, Executable call) {
    assertEquals(code, assertThrows(MeshException.class, call).errorCode());
  }
}
