package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Status;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.ConnectionTimeoutException;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectRulesTest {

  private final PortalScene scene = new PortalScene();

  @Test
  void bothSidesShowTheSameCode() {
    ConnectionAttempt ring = ask("alice-ring");
    PendingConnection pending = onlyPending();
    assertEquals(ring.authenticator(), pending.authenticator());
    assertEquals(19, ring.authenticator().length());
    assertEquals(pending, scene.alice.connectPending().withAuthenticator(ring.authenticator()));
  }

  @Test
  void anAcceptedDeviceGetsTheProfile() {
    ConnectionAttempt ring = ask("alice-ring");
    accept(onlyPending());
    PersonalSession session = ring.awaitUncompared();
    assertTrue(session.personalProfile().devices().containsKey(ring.deviceUdf()));
    assertEquals(scene.profile.udf(), session.udf());
    assertTrue(scene.alice.connectPending().pending().isEmpty());
  }

  @Test
  void aRejectedDeviceGetsNoProfileAndMayAskAgain() {
    MeshSession session = scene.newMachine("alice-ring");
    var device = session.createDevice();
    ConnectionAttempt ring = session.connect(device, ALICE);
    scene.alice.connectReject(onlyPending());
    assertThrows(ConnectionRefusedException.class, ring::awaitUncompared);
    ConnectionAttempt again = session.connect(device, ALICE);
    assertTrue(again.pollUncompared().isEmpty());
    accept(onlyPending());
    assertEquals(scene.profile.udf(), again.awaitUncompared().udf());
  }

  @Test
  void awaitThrowsAfterItsTimeout() {
    ConnectionAttempt ring = ask("alice-ring");
    assertThrows(ConnectionTimeoutException.class, ring::awaitUncompared);
    assertEquals(1, scene.alice.connectPending().pending().size());
  }

  @Test
  void aRequestIsAnsweredOnce() {
    ask("alice-ring");
    PendingConnection pending = onlyPending();
    accept(pending);
    int before = scene.records();
    assertEquals(409, refusal(() -> scene.alice.connectReject(pending)).status());
    accept(pending);
    assertEquals(before, scene.records());
  }

  @Test
  void aResultForARequestThatNobodyMadeIsRefused() {
    var device = scene.newMachine("alice-ring").createDevice().deviceProfile().signed();
    ConnectionResult result =
        new ConnectionResult(scene.profile.udf(), device, ConnectionStatus.REJECTED, null);
    RequestEnvelope.Signer admin = scene.administrator();
    SignedConnectionResult signed =
        ProfileSigner.result(
            result,
            Bytes.hex("00".repeat(SignedDigest.OCTETS)),
            admin.key(),
            scene.desktop.stream("test"));
    assertEquals(404, refusal(() -> scene.client.connectComplete(signed, admin)).status());
  }

  @Test
  void anAcceptanceNeedsThePublishedProfile() {
    ask("alice-ring");
    PendingConnection pending = onlyPending();
    ConnectionResult early =
        new ConnectionResult(
            scene.profile.udf(),
            pending.request().request().device(),
            ConnectionStatus.ACCEPTED,
            scene.alice.personalProfile().signed());
    RequestEnvelope.Signer admin = scene.administrator();
    SignedConnectionResult signed =
        ProfileSigner.result(
            early, pending.request().digest(), admin.key(), scene.desktop.stream("test"));
    int before = scene.records();
    assertEquals(400, refusal(() -> scene.client.connectComplete(signed, admin)).status());
    assertEquals(before, scene.records());
  }

  @Test
  void onlyAnAdministratorSeesWhatIsPending() {
    ask("alice-ring");
    assertEquals(401, scene.send(new ConnectPendingRequest(ALICE, null)).status());
    PersonalSession mallory = scene.another("mallory@example.com");
    assertTrue(mallory.connectPending().pending().isEmpty());
  }

  @Test
  void onlyTheDeviceThatAskedGetsTheAnswer() {
    ConnectionAttempt ring = ask("alice-ring");
    String udf = ring.deviceUdf().text();
    assertEquals(401, scene.send(new ConnectStatusRequest(ALICE, udf)).status());
    RequestEnvelope.Signer admin = scene.administrator();
    assertEquals(401, refusal(() -> scene.client.connectStatus(ring.deviceUdf(), admin)).status());
    assertEquals(
        404, refusal(() -> scene.client.connectStatus(scene.device.udf(), admin)).status());
  }

  @Test
  void theDeviceLearnsWhetherItsRequestIsPending() {
    ConnectionAttempt ring = ask("alice-ring");
    assertTrue(ring.pollUncompared().isEmpty());
    assertTrue(lastResponse().contains("\"The request is pending\""), lastResponse());
    accept(onlyPending());
    assertTrue(ring.pollUncompared().isPresent());
    assertTrue(lastResponse().contains(Status.SUCCESS_TEXT), lastResponse());
  }

  private String lastResponse() {
    var exchanges = scene.portal.trace().exchanges();
    return exchanges.get(exchanges.size() - 1).response().utf8();
  }

  @Test
  void aConnectedDeviceCannotAskAgain() {
    ConnectionAttempt ring = ask("alice-ring");
    accept(onlyPending());
    PersonalSession session = ring.awaitUncompared();
    session.delete();
    MeshSession same = scene.session;
    scene.alice.delete();
    assertEquals(409, refusal(() -> same.connect(scene.device, ALICE)).status());
  }

  @Test
  void anUnknownAccountHasNoRequests() {
    MeshSession session = scene.newMachine("alice-ring");
    var device = session.createDevice();
    assertEquals(404, refusal(() -> session.connect(device, "nobody@example.com")).status());
  }

  @Test
  void aFloodIsRefusedAndHidesNothing() {
    ConnectionAttempt ring = ask("alice-ring");
    for (int i = 1; i < PortalPolicy.DEFAULT.maxPending(); i++) {
      ask("flood-" + i);
    }
    int before = scene.records();
    assertEquals(503, refusal(() -> ask("one-too-many")).status());
    assertEquals(before, scene.records());
    var pending = scene.alice.connectPending().pending();
    assertEquals(PortalPolicy.DEFAULT.maxPending(), pending.size());
    assertEquals(ring.deviceUdf(), pending.get(0).deviceUdf());
  }

  @Test
  void pendingRequestsArePaged() {
    ask("a");
    ask("b");
    ask("c");
    var two = new SearchConstraints(null, null, 2, null, null);
    var first = scene.client.connectPending(two, scene.administrator());
    assertEquals(2, first.pending().size());
    var rest = new SearchConstraints(null, null, 2, null, first.pageKey());
    assertEquals(1, scene.client.connectPending(rest, scene.administrator()).pending().size());
  }

  @Test
  void aRequestExpires() {
    ask("alice-ring");
    scene.world.advance(PortalPolicy.DEFAULT.pendingLifetime().plus(Duration.ofSeconds(1)));
    assertTrue(scene.alice.connectPending().pending().isEmpty());
  }

  private ConnectionAttempt ask(String machine) {
    MeshSession session = scene.newMachine(machine);
    return session.connect(session.createDevice(), ALICE);
  }

  private PendingConnection onlyPending() {
    var pending = scene.alice.connectPending().pending();
    assertEquals(1, pending.size());
    return pending.get(0);
  }

  private void accept(PendingConnection pending) {
    scene.alice.connectClose(pending, ConnectionStatus.ACCEPTED, pending.authenticator());
  }

  private static PortalRefusedException refusal(Runnable call) {
    return assertThrows(PortalRefusedException.class, call::run);
  }
}
