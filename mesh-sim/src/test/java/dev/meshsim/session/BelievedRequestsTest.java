package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Genuine requests and answers that a portal gives where they do not belong. */
class BelievedRequestsTest {

  private final Household home = new Household(Dialect.MESH);
  private final InterposedPortal way = new InterposedPortal(home.portal);
  private final PersonalSession alice = new MeshSession(home.desktop, way).personalSession(ALICE);

  @Test
  void aRequestForAnotherProfileIsNotBelieved() {
    MeshSession bob = home.machine("bob");
    bob.createAccount("bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    MeshSession ring = home.machine("ring");
    ring.connect(ring.createDevice(), "bob@example.com");
    SignedConnectionRequest request =
        ring.machine().request("bob@example.com").orElseThrow().signed();
    notBelieved(SessionException.Code.OTHER_PROFILE, request);
  }

  @Test
  void aRequestWithAnEarlierVersionOfAListedDeviceIsNotBelieved() {
    PersonalSession ring = home.plain(home.alice, "ring");
    home.alice.refresh();
    DeviceProfile listed = ring.thisDevice();
    MeshMachine machine = ring.context().machine();
    Instant updated = listed.updated();
    notBelieved(
        AdministrationException.Code.OUTDATED_DEVICE,
        request(machine, listed, updated.minusMillis(1)));
    SignedConnectionRequest equal = request(machine, listed, updated);
    assertEquals(listed.identifier(), believed(equal).deviceUdf());
  }

  private SignedConnectionRequest request(
      MeshMachine machine, DeviceProfile listed, Instant updated) {
    DeviceProfile device =
        new DeviceProfile(
            listed.identifier(),
            listed.names(),
            updated,
            listed.description(),
            listed.deviceSignatureKey(),
            listed.deviceAuthenticationKey(),
            listed.deviceEncryptionKey());
    var key = machine.privateKey(listed.identifier());
    SignedDeviceProfile signed = ProfileSigner.device(device, key, machine.stream("test"));
    return ProfileSigner.request(
        new ConnectionRequest(home.alice.udf(), signed),
        RequestSalt.fresh(machine.stream("test"), home.world.now()),
        key,
        machine.stream("test"));
  }

  private PendingConnection believed(SignedConnectionRequest request) {
    return ConnectionApproval.believe(home.alice.context(), request, home.alice.personalProfile());
  }

  private void notBelieved(ErrorCode code, SignedConnectionRequest request) {
    MeshException e = assertThrows(MeshException.class, () -> believed(request));
    assertEquals(code, e.errorCode(), e.getMessage());
  }

  @Test
  void anAcceptanceDoesNotTakeAMachineBackToTheProfileThatItBrings() {
    MeshSession phone = home.machine("phone");
    DeviceRegistration registration = phone.createDevice();
    PersonalSession plain = home.accepted(home.alice, phone.connect(registration, ALICE));
    ConnectionAttempt attempt = phone.connectAsAdministrator(registration, ALICE);
    home.tick();
    home.alice.acceptAdministrator(home.pending(home.alice), attempt.authenticator());
    home.tick();
    home.alice.add(new PasswordProfile(true));
    var latest = plain.refresh().signed();
    Udf profile = home.alice.udf();
    PersonalSession joined = attempt.await(attempt.authenticator());
    assertEquals(latest, phone.machine().personal(profile).orElseThrow());
    assertTrue(joined.administers());
  }

  @Test
  void aProfileOfAnotherPersonIsNotTakenForTheAccounts() {
    MeshSession elsewhere = home.machine("bob");
    PersonalSession bob =
        elsewhere.createAccount(
            "bob@example.com", new PersonalProfile(elsewhere.createDevice().deviceProfile()));
    way.next(
        Transaction.GET,
        (request, to) ->
            OldAnswer.withProfile(to.exchange(request), bob.personalProfile().signed()));
    SessionException e = assertThrows(SessionException.class, alice::refresh);
    assertEquals(SessionException.Code.PROFILE_CHANGED, e.errorCode());
    assertTrue(home.desktop.personal(bob.udf()).isEmpty());
  }

  @Test
  void anAcceptanceThatIsRefusedAgainAndAgainIsGivenUp() {
    MeshSession ring = home.machine("ring");
    ring.connect(ring.createDevice(), ALICE);
    PendingConnection pending = home.pending(alice);
    for (int i = 0; i < 20; i++) {
      way.next(
          Transaction.CONNECT_COMPLETE,
          (request, to) ->
              MessageCodec.write(
                  Dialect.MESH,
                  Transaction.CONNECT_COMPLETE.refusal(409, "not published"),
                  RefusalReason.UNPUBLISHED));
    }
    assertThrows(PortalRefusedException.class, () -> alice.acceptUncompared(pending));
    assertEquals(8, way.count(Transaction.CONNECT_COMPLETE));
  }

  @Test
  void anAcceptanceOfADeviceThatLeftMeanwhileIsNotSentAgain() {
    PersonalSession laptop = home.administrator("laptop");
    MeshSession ring = home.machine("ring");
    DeviceRegistration registration = ring.createDevice();
    ring.connect(registration, ALICE);
    PendingConnection pending = home.pending(alice);
    way.before(
        Transaction.CONNECT_COMPLETE,
        () -> {
          home.tick();
          laptop.refresh();
          laptop.removeDevice(registration.udf());
        });
    assertThrows(PortalRefusedException.class, () -> alice.acceptUncompared(pending));
    assertEquals(1, way.count(Transaction.CONNECT_COMPLETE));
  }

  @Test
  void anOnlineKeyIsAskedForAgainByItsOwnDeviceWhileTheMachineHasIt() {
    MeshSession phone = home.machine("phone");
    DeviceRegistration registration = phone.createDevice();
    Udf key = asked(phone, registration);
    assertEquals(key, asked(phone, registration));
    phone.machine().edit().remove(RecordKind.PRIVATE_KEY, key.text()).commit();
    Udf next = asked(phone, registration);
    assertNotEquals(key, next);
    assertNotEquals(next, asked(phone, phone.createDevice()));
  }

  private static Udf asked(MeshSession session, DeviceRegistration registration) {
    session.connectAsAdministrator(registration, ALICE);
    return RequestedKey.of(session.machine().request(ALICE).orElseThrow().signed());
  }
}
