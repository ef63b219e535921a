package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.PasswordProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code of a request is of this request and the master profile, and of nothing else. */
class RequestCodesTest {

  private static final String ALICE = PortalScene.ALICE;

  private final PortalScene scene = new PortalScene();
  private final MeshSession session = scene.newMachine("alice-ring");
  private final DeviceRegistration device = session.createDevice();

  @Test
  void eachRequestOfADeviceHasACodeOfItsOwn() {
    ConnectionAttempt first = session.connect(device, ALICE);
    ConnectionAttempt second = session.connect(device, ALICE);
    assertNotEquals(first.authenticator(), second.authenticator());
    assertEquals(
        second.authenticator(), scene.alice.connectPending().pending().get(0).authenticator());
  }

  @Test
  void theCodeStaysWhenThePersonalProfileChangesMeanwhile() {
    ConnectionAttempt attempt = session.connect(device, ALICE);
    scene.world.advance(Duration.ofSeconds(1));
    scene.alice.add(new PasswordProfile(true));
    PendingConnection listed =
        scene.alice.connectPending().withAuthenticator(attempt.authenticator());
    var closed =
        scene.alice.connectClose(listed, ConnectionStatus.ACCEPTED, attempt.authenticator());
    assertEquals(ConnectionStatus.ACCEPTED, closed.result());
    assertEquals(scene.profile.udf(), attempt.await(listed.authenticator()).udf());
  }
}
