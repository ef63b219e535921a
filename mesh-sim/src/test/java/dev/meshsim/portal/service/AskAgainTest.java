package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that is in the profile asks again. */
class AskAgainTest {

  private final PortalScene scene = new PortalScene();
  private final MeshSession session = scene.newMachine("ring");
  private final MeshMachine ring = session.machine();
  private final dev.meshsim.session.DeviceRegistration registration = session.createDevice();
  private final DeviceProfile device = registration.deviceProfile().profile();
  private final SignedDeviceProfile listed = registration.deviceProfile().signed();

  @BeforeEach
  void connect() {
    ConnectionAttempt attempt = session.connect(registration, ALICE);
    tick();
    scene.alice.acceptUncompared(pending());
    attempt.awaitUncompared();
    tick();
  }

  @Test
  void onlyWithANewOnlineKey() {
    refusedUnchanged(409, request(listed, Optional.empty()));
    PublicKey known = scene.alice.administrators().get(0).key();
    refusedUnchanged(409, request(listed, Optional.of(known)));
    scene.client.connectStart(request(listed, Optional.of(online())));
    assertTrue(pending().asksToAdminister());
  }

  @Test
  void onlyWithALaterDeviceProfile() {
    Instant at = device.updated();
    refusedUnchanged(409, request(renewed(at), Optional.empty()));
    refusedUnchanged(409, request(renewed(at.minusSeconds(1)), Optional.of(online())));
    SignedDeviceProfile later = renewed(at.plusMillis(1));
    scene.client.connectStart(request(later, Optional.empty()));
    assertEquals(later, pending().request().request().device());
  }

  @Test
  void theAcceptanceNeedsTheRenewedDeviceInTheProfile() {
    SignedDeviceProfile later = renewed(device.updated().plusMillis(1));
    scene.client.connectStart(request(later, Optional.empty()));
    assertEquals(400, answer(later, ConnectionStatus.ACCEPTED));
    assertEquals(201, answer(later, ConnectionStatus.REJECTED));
    assertEquals(listed, scene.stored(ALICE).profile().device(device.identifier()).orElseThrow());
  }

  @Test
  void aRequestForMoreIsRejectedThoughTheDeviceIsListed() {
    SignedDeviceProfile later = renewed(device.updated().plusMillis(1));
    scene.client.connectStart(request(later, Optional.empty()));
    scene.alice.acceptUncompared(pending());
    tick();
    scene.client.connectStart(request(later, Optional.of(online())));
    assertEquals(201, answer(later, ConnectionStatus.REJECTED));
  }

  private int answer(SignedDeviceProfile asking, ConnectionStatus status) {
    PendingConnection pending = pending();
    var stored = scene.stored(ALICE).signed();
    var result =
        ProfileSigner.result(
            new ConnectionResult(
                scene.profile.udf(),
                asking,
                status,
                status == ConnectionStatus.ACCEPTED ? stored : null),
            pending.request().digest(),
            scene.administrator().key(),
            scene.desktop.stream("test"));
    try {
      return scene.client.connectComplete(result, scene.administrator()).status();
    } catch (PortalRefusedException e) {
      return e.status();
    }
  }

  private void tick() {
    scene.world.advance(Duration.ofSeconds(1));
  }

  private PendingConnection pending() {
    return scene.alice.connectPending().pending().get(0);
  }

  private PublicKey online() {
    return PublicKey.of(
        Dialect.MESH, ring.generate(KeySpec.ED25519, "OnlineSignatureKey").publicJwk());
  }

  private SignedDeviceProfile renewed(Instant updated) {
    DeviceProfile changed =
        new DeviceProfile(
            device.identifier(),
            device.names(),
            updated,
            device.description(),
            device.deviceSignatureKey(),
            online(),
            device.deviceEncryptionKey());
    return ProfileSigner.device(changed, ring.privateKey(device.identifier()), ring.stream("test"));
  }

  private SignedConnectionRequest request(SignedDeviceProfile asking, Optional<PublicKey> online) {
    return ProfileSigner.request(
        new ConnectionRequest(scene.profile.udf(), asking),
        RequestSalt.fresh(ring.stream("test"), scene.world.now()),
        online,
        ring.privateKey(device.identifier()),
        ring.stream("test"));
  }

  private void refusedUnchanged(int status, SignedConnectionRequest request) {
    int before = scene.records();
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> scene.client.connectStart(request));
    assertEquals(status, e.status(), e.problem());
    assertEquals(before, scene.records());
  }
}
