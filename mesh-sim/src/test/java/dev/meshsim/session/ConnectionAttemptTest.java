package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
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

  /** The portal of the scene, but for the results that it gives. */
  private MeshPortal lyingPortal() {
    return (MeshPortal)
        Proxy.newProxyInstance(
            MeshPortal.class.getClassLoader(),
            new Class<?>[] {MeshPortal.class},
            (proxy, method, arguments) -> {
              try {
                Object given = method.invoke(scene.portal, arguments);
                return lie != null
                        && given instanceof Bytes octets
                        && octets.utf8().startsWith("{\"ConnectStatusResponse\"")
                    ? MessageCodec.write(
                        Dialect.MESH, new ConnectStatusResponse(201, "Success", lie))
                    : given;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
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
  void anAccountThatTheMachineHasIsNotAskedForAgain() {
    int before = scene.portal.trace().exchanges().size();
    MeshException e =
        assertThrows(MeshException.class, () -> scene.session.connect(scene.device, ALICE));
    assertTrue(e.problem().contains("on the machine"), e.getMessage());
    assertEquals(before, scene.portal.trace().exchanges().size());
  }
}
