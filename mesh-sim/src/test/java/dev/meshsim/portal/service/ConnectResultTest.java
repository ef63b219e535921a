package dev.meshsim.portal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import org.junit.jupiter.api.Test;

/** A result or request is for this account and this device, or it changes nothing. */
class ConnectResultTest {

  private final PortalScene scene = new PortalScene();
  private final MeshSession ring = scene.newMachine("alice-ring");
  private final DeviceRegistration device = ring.createDevice();
  private Bytes answers = Bytes.EMPTY;

  private ConnectionAttempt ask() {
    ConnectionAttempt attempt = ring.connect(device, PortalScene.ALICE);
    answers = SignedDigest.of(ring.machine().request(PortalScene.ALICE).orElseThrow().signed());
    return attempt;
  }

  private SignedDeviceProfile asking() {
    return device.deviceProfile().signed();
  }

  private void complete(Udf parent, SignedDeviceProfile of, SignedPersonalProfile accepted) {
    ConnectionStatus status =
        accepted == null ? ConnectionStatus.REJECTED : ConnectionStatus.ACCEPTED;
    RequestEnvelope.Signer admin = scene.administrator();
    scene.client.connectComplete(
        ProfileSigner.result(
            new ConnectionResult(parent, of, status, accepted),
            answers,
            admin.key(),
            scene.desktop.stream("test")),
        admin);
  }

  /** The call is refused with this status, and the portal writes nothing. */
  private String refused(int status, Runnable call) {
    int before = scene.records();
    PortalRefusedException e = assertThrows(PortalRefusedException.class, call::run);
    assertEquals(status, e.status(), e.getMessage());
    assertEquals(before, scene.records());
    return e.getMessage();
  }

  @Test
  void aResultForAnotherProfileIsRefused() {
    ask();
    Udf bob = scene.another("bob@example.com").udf();
    String message = refused(400, () -> complete(bob, asking(), null));
    assertTrue(message.contains("not for the device and the profile"), message);
    complete(scene.profile.udf(), asking(), null);
  }

  @Test
  void anAcceptanceWithAnEarlierProfileIsRefused() {
    ask();
    SignedPersonalProfile before = scene.alice.personalProfile().signed();
    scene.alice.add(new PasswordProfile(true));
    refused(409, () -> complete(scene.profile.udf(), asking(), before));
  }

  @Test
  void aDeviceThatTheProfileHasIsNotRejected() {
    ConnectionAttempt attempt = ask();
    RequestEnvelope.Signer admin = scene.administrator();
    scene.client.publish(
        scene.sign(
            scene
                .stored(PortalScene.ALICE)
                .profile()
                .withDevice(asking(), scene.world.now().plusSeconds(1)),
            admin.key()));
    String message = refused(400, () -> complete(scene.profile.udf(), asking(), null));
    assertTrue(message.contains("cannot be rejected"), message);
    assertEquals(device.udf(), attempt.deviceUdf());
    assertEquals(1, scene.alice.connectPending().pending().size());
  }

  @Test
  void aRequestForAnotherProfileIsRefused() {
    Udf bob = scene.another("bob@example.com").udf();
    SignedConnectionRequest request =
        ProfileSigner.request(
            new ConnectionRequest(bob, asking()),
            RequestSalt.fresh(scene.desktop.stream("test"), scene.world.now()),
            ring.machine().privateKey(device.udf()),
            scene.desktop.stream("test"));
    String message = refused(400, () -> scene.client.connectStart(request));
    assertTrue(message.contains(bob.text()), message);
  }
}
