package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestedOnlineKey;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A portal answers a device's request with a genuine result that is not the answer to it. */
class ConnectionAttemptTest {

  private static final String ALICE = PortalScene.ALICE;

  private final PortalScene scene = new PortalScene();
  private final MeshMachineCached ring = new MeshMachineCached(scene.world, "alice-ring");
  private final MeshSession session = new MeshSession(ring, lyingPortal());
  private final DeviceRegistration device = session.createDevice();
  private SignedConnectionResult lie;
  private SignedConnectionResult genuine;
  private SignedPersonalProfile invented;

  /** The portal of the scene, but for the profiles and results that it gives. */
  private MeshPortal lyingPortal() {
    return (MeshPortal)
        Proxy.newProxyInstance(
            MeshPortal.class.getClassLoader(),
            new Class<?>[] {MeshPortal.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("exchange")
                    ? exchange((Bytes) arguments[arguments.length - 1])
                    : method.invoke(scene.portal, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Bytes exchange(Bytes request) {
    if (invented != null && request.utf8().startsWith("{\"Get\"")) {
      return write(new GetResponse(201, "Success", List.of(invented), null, null));
    }
    if (invented != null && request.utf8().startsWith("{\"ConnectStart\"")) {
      return write(ConnectStartResponse.success());
    }
    Bytes given = scene.portal.exchange(request);
    if (!given.utf8().startsWith("{\"ConnectStatusResponse\"")) {
      return given;
    }
    var status =
        (ConnectStatusResponse)
            MessageCodec.readResponse(Dialect.MESH, given, Transaction.CONNECT_STATUS);
    genuine = status.result();
    return lie == null ? given : write(new ConnectStatusResponse(201, "Success", lie));
  }

  private static Bytes write(MeshResponse response) {
    return MessageCodec.write(Dialect.MESH, response);
  }

  private SignedDeviceProfile asking() {
    return device.deviceProfile().signed();
  }

  /** An answer to the open request, signed by Alice. */
  private SignedConnectionResult result(
      Udf parent, SignedDeviceProfile of, SignedPersonalProfile accepted) {
    RequestEnvelope.Signer admin = scene.administrator();
    ConnectionStatus status =
        accepted == null ? ConnectionStatus.REJECTED : ConnectionStatus.ACCEPTED;
    return ProfileSigner.result(
        new ConnectionResult(parent, of, status, accepted),
        SignedDigest.of(ring.request(ALICE).orElseThrow().signed()),
        admin.key(),
        scene.desktop.stream("test"));
  }

  private SignedPersonalProfile stored() {
    return scene.stored(ALICE).signed();
  }

  /** The answer is refused; the machine has no account and waits for the true answer. */
  private void refused(String problem, Supplier<SignedConnectionResult> answer) {
    ConnectionAttempt attempt = session.connect(device, ALICE);
    lie = answer.get();
    MeshException e = assertThrows(MeshException.class, attempt::pollUncompared);
    assertTrue(e.problem().contains(problem), e.getMessage());
    assertTrue(ring.profileOf(ALICE).isEmpty());
    assertTrue(session.connectionAttempt(ALICE).isPresent());
    lie = null;
    assertTrue(attempt.pollUncompared().isEmpty());
  }

  @Test
  void aRejectionOfAnotherDeviceIsNoAnswer() {
    SignedDeviceProfile other = session.createDevice().deviceProfile().signed();
    refused("the profile of " + ALICE, () -> result(scene.profile.udf(), other, null));
  }

  @Test
  void aRejectionFromAnotherProfileIsNoAnswer() {
    Udf bob = scene.another("bob@example.com").udf();
    refused(bob.text(), () -> result(bob, asking(), null));
  }

  @Test
  void anAcceptanceWithAProfileThatLacksTheDeviceIsRefused() {
    refused("has no device", () -> result(scene.profile.udf(), asking(), stored()));
  }

  @Test
  void anAcceptanceWithAnotherPersonsProfileIsRefused() {
    SignedPersonalProfile bob = scene.another("bob@example.com").personalProfile().signed();
    refused(bob.identifier().text(), () -> result(scene.profile.udf(), asking(), bob));
  }

  @Test
  void anAcceptanceWithAnOlderProfileIsRefused() {
    SignedPersonalProfile old = withDevice(Duration.ofSeconds(1));
    scene.world.advance(Duration.ofSeconds(5));
    scene.alice.add(new PasswordProfile(true));
    refused("older version", () -> result(scene.profile.udf(), asking(), old));
  }

  /** A successor of the stored profile that has the device; it is not published. */
  private SignedPersonalProfile withDevice(Duration later) {
    var profile = scene.stored(ALICE).profile();
    return ProfileSigner.personal(
        profile.withDevice(asking(), profile.updated().plus(later)),
        List.of(scene.administrator().key()),
        scene.desktop.stream("test"));
  }

  @Test
  void theTrueAcceptanceIsBelieved() {
    ConnectionAttempt attempt = session.connect(device, ALICE);
    lie = result(scene.profile.udf(), asking(), withDevice(Duration.ofSeconds(1)));
    assertEquals(scene.profile.udf(), attempt.poll(attempt.authenticator()).orElseThrow().udf());
    assertTrue(session.connectionAttempt(ALICE).isEmpty());
  }

  @Test
  void anOldRejectionIsNotTheAnswerToANewRequest() {
    ConnectionAttempt first = session.connect(device, ALICE);
    scene.alice.connectReject(scene.alice.connectPending().pending().get(0));
    assertThrows(ConnectionRefusedException.class, first::pollUncompared);
    assertTrue(session.connectionAttempt(ALICE).isEmpty());
    ConnectionAttempt second = session.connect(device, ALICE);
    lie = genuine;
    SessionException e = assertThrows(SessionException.class, second::awaitUncompared);
    assertEquals(SessionException.Code.OTHER_ANSWER, e.errorCode());
    assertTrue(session.connectionAttempt(ALICE).isPresent());
    lie = null;
    assertTrue(second.pollUncompared().isEmpty());
  }

  @Test
  void anAnswerThatNamesNoRequestIsRefused() {
    refused(
        "another request",
        () ->
            new SignedConnectionResult(
                device.udf(),
                Dialect.MESH
                    .signatures()
                    .sign(
                        result(scene.profile.udf(), asking(), null).signedData().payload(),
                        scene.administrator().key(),
                        scene.administrator().udf(),
                        Map.of(),
                        scene.desktop.stream("test"))));
  }

  @Test
  void anAcceptanceWithAnotherMasterProfileIsRefused() {
    ConnectionAttempt attempt = session.connect(device, ALICE);
    lie = result(scene.profile.udf(), asking(), withOtherMaster(Duration.ofSeconds(1), List.of()));
    SessionException e =
        assertThrows(SessionException.class, () -> attempt.poll(attempt.authenticator()));
    assertEquals(SessionException.Code.OTHER_MASTER, e.errorCode());
    assertTrue(session.connectionAttempt(ALICE).isPresent());
  }

  @Test
  void anAcceptanceWithAnEarlierMasterProfileThatListsTheDevicesKeyIsRefused() {
    ConnectionAttempt attempt = session.connectAsAdministrator(device, ALICE);
    PublicKey key = RequestedOnlineKey.of(ring.request(ALICE).orElseThrow().signed()).orElseThrow();
    for (Duration later : List.of(Duration.ofSeconds(-1), Duration.ZERO)) {
      lie = result(scene.profile.udf(), asking(), withOtherMaster(later, List.of(key)));
      SessionException e = assertThrows(SessionException.class, attempt::pollUncompared);
      assertEquals(SessionException.Code.OTHER_MASTER, e.errorCode());
    }
    lie =
        result(scene.profile.udf(), asking(), withOtherMaster(Duration.ofSeconds(1), List.of(key)));
    assertTrue(attempt.pollUncompared().isPresent());
  }

  /**
   * Alice's profile with the device, and with a master profile that she has signed anew.
   *
   * @param later after the time of the present master profile
   */
  private SignedPersonalProfile withOtherMaster(Duration later, List<PublicKey> more) {
    var profile = scene.stored(ALICE).profile();
    var master = scene.stored(ALICE).master();
    Instant at = profile.updated().plusSeconds(1);
    List<PublicKey> online = new ArrayList<>(master.onlineSignatureKeys());
    online.addAll(more);
    var next =
        new MasterProfile(
            master.identifier(),
            master.updated().plus(later),
            master.masterSignatureKey(),
            master.masterEscrowKeys(),
            online);
    PrivateJwk key = scene.desktop.privateKey(master.masterSignatureKey().udf());
    var signed = ProfileSigner.master(next, key, scene.desktop.stream("test"));
    return ProfileSigner.personal(
        profile.withMaster(signed, at).withDevice(asking(), at),
        List.of(scene.administrator().key()),
        scene.desktop.stream("test"));
  }

  /** The portal gives the device an attacker's profile, and answers for her. */
  @Test
  void anInventedProfileIsNotJoinedWithTheCodeOfTheTrueOne() {
    PersonalSession mallory = scene.another("mallory@example.com");
    MeshSession strange = scene.newMachine("mallory");
    strange.connect(strange.createDevice(), ALICE);
    invented = mallory.personalProfile().signed();
    ConnectionAttempt attempt = session.connect(device, ALICE);
    PendingConnection listed = scene.alice.connectPending().pending().get(0);
    assertNotEquals(listed.authenticator(), attempt.authenticator());
    int before = scene.portal.trace().exchanges().size();
    for (Function<String, Object> call :
        List.<Function<String, Object>>of(attempt::await, attempt::poll)) {
      SessionException e =
          assertThrows(SessionException.class, () -> call.apply(listed.authenticator()));
      assertEquals(SessionException.Code.CODES_DIFFER, e.errorCode());
    }
    SessionException e =
        assertThrows(
            SessionException.class,
            () ->
                scene.alice.connectClose(
                    listed, ConnectionStatus.ACCEPTED, attempt.authenticator()));
    assertEquals(SessionException.Code.CODES_DIFFER, e.errorCode());
    assertEquals(before, scene.portal.trace().exchanges().size());
    assertTrue(ring.profileOf(ALICE).isEmpty());
  }

  @Test
  void anAccountThatTheMachineHasIsNotAskedForAgain() {
    int before = scene.portal.trace().exchanges().size();
    MeshException e =
        assertThrows(MeshException.class, () -> scene.session.connect(scene.device, ALICE));
    assertTrue(e.problem().contains("on the machine"), e.getMessage());
    assertEquals(before, scene.portal.trace().exchanges().size());
  }
}
