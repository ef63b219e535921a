package dev.meshsim.portal.service;

import static dev.meshsim.portal.service.ConnectScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.PendingConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Octets of ConnectStart and ConnectComplete that come again do no harm, also after a restart. */
class ConnectRepeatTest {

  private static final Duration LIFETIME = PortalPolicy.DEFAULT.pendingLifetime();
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPendingRequestPostedAgainKeepsItsPlaceAndTime(Dialect dialect) {
    ConnectScene scene = new ConnectScene(dialect);
    scene.ask();
    Bytes first = scene.lastStart();
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    scene.world.advance(LIFETIME.minusSeconds(10));
    scene.restart();
    assertEquals(201, scene.postUnchanged(first));
    var pending = scene.alice.connectPending().pending();
    assertEquals(
        List.of(scene.device.udf(), pending.get(1).deviceUdf()),
        pending.stream().map(PendingConnection::deviceUdf).toList());
    scene.world.advance(Duration.ofSeconds(10));
    assertEquals(1, scene.alice.connectPending().pending().size());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRejectedRequestPostedAgainIsRefusedAndTheAnswerStays(Dialect dialect) {
    ConnectScene scene = new ConnectScene(dialect);
    ConnectionAttempt attempt = scene.ask();
    Bytes start = scene.lastStart();
    scene.reject();
    scene.restart();
    assertEquals(409, scene.postUnchanged(start));
    assertEquals(409, scene.postUnchanged(scene.request(start)));
    assertTrue(scene.alice.connectPending().pending().isEmpty());
    assertThrows(ConnectionRefusedException.class, attempt::pollUncompared);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAcceptedRequestPostedAgainIsRefused(Dialect dialect) {
    ConnectScene scene = new ConnectScene(dialect);
    ConnectionAttempt attempt = scene.ask();
    Bytes start = scene.lastStart();
    PendingConnection pending = scene.pending();
    scene.alice.connectClose(pending, ConnectionStatus.ACCEPTED, attempt.authenticator());
    scene.world.advance(SECOND);
    scene.restart();
    assertEquals(409, scene.postUnchanged(start));
    attempt.await(pending.authenticator());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aNewRequestAfterARejectionIsPending(Dialect dialect) {
    ConnectScene scene = new ConnectScene(dialect);
    scene.ask();
    Bytes rejected = scene.lastStart();
    scene.reject();
    ConnectionAttempt again = scene.ask();
    assertNotEquals(rejected, scene.lastStart());
    assertTrue(again.pollUncompared().isEmpty());
    assertEquals(409, scene.postUnchanged(rejected));
    assertEquals(again.authenticator(), scene.pending().authenticator());
    scene.reject();
    assertEquals(409, scene.postUnchanged(rejected));
    assertEquals(409, scene.postUnchanged(scene.lastStart()));
  }

  @Test
  void aRequestThatALaterOneHasReplacedIsRefused() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    scene.onRing.connect(scene.device, ALICE);
    Bytes first = scene.lastStart();
    ConnectionAttempt second = scene.onRing.connect(scene.device, ALICE);
    assertEquals(409, scene.postUnchanged(first));
    assertEquals(second.authenticator(), scene.pending().authenticator());
    scene.reject();
    scene.restart();
    assertEquals(409, scene.postUnchanged(first));
  }

  @Test
  void aRequestOlderThanTheLifetimeIsRefusedByItsOwnTime() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    scene.onTheWay = octets -> octets.utf8().contains("ConnectStart") ? Bytes.EMPTY : octets;
    assertThrows(RuntimeException.class, () -> scene.onRing.connect(scene.device, ALICE));
    Bytes never = scene.lastStart();
    scene.world.advance(LIFETIME.plusMillis(1));
    assertEquals(401, scene.postUnchanged(never));
    scene.onTheWay = octets -> octets;
    scene.ask();
    assertEquals(1, scene.alice.connectPending().pending().size());
  }

  @Test
  void aRequestFromTheFutureIsRefused() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    ConnectScene ahead = new ConnectScene(Dialect.MESH);
    ahead.world.advance(PortalPolicy.DEFAULT.clockSkew().plusSeconds(1));
    ahead.ask();
    assertEquals(401, scene.postUnchanged(ahead.lastStart()));
    scene.world.advance(SECOND);
    assertEquals(201, scene.post(ahead.lastStart()));
  }

  @Test
  void theOldestAnswerIsForgottenBeyondTheBound() {
    PortalPolicy usual = PortalPolicy.DEFAULT;
    ConnectScene scene =
        new ConnectScene(
            Dialect.MESH,
            new PortalPolicy(
                usual.maxPending(),
                usual.pendingLifetime(),
                usual.maxEntries(),
                usual.maxOctets(),
                usual.clockSkew(),
                2,
                usual.maxSignedRequests(),
                false,
                true,
                Protection.NONE));
    scene.ask();
    Bytes first = scene.lastStart();
    scene.reject();
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    Bytes second = scene.lastStart();
    scene.reject();
    assertEquals(409, scene.postUnchanged(first));
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    scene.reject();
    assertEquals(409, scene.postUnchanged(second));
    assertEquals(201, scene.post(first));
  }

  @Test
  void anAnswerIsForgottenWhenItsRequestIsTooOldAnyway() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    scene.ask();
    Bytes first = scene.lastStart();
    scene.reject();
    scene.world.advance(LIFETIME);
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    scene.reject();
    String remembered = scene.record(PortalEntry.Answered.key(scene.alice.udf()));
    assertFalse(remembered.contains(scene.device.udf().text()), remembered);
    assertEquals(401, scene.postUnchanged(first));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anEqualAnswerSignedAnewIsASuccessThatWritesNothing(Dialect dialect) {
    ConnectScene scene = new ConnectScene(dialect);
    scene.ask();
    PendingConnection pending = scene.pending();
    scene.alice.connectReject(pending);
    scene.world.advance(SECOND);
    scene.restart();
    long before = scene.records();
    scene.alice.connectReject(pending);
    assertEquals(before, scene.records());
    PortalRefusedException other =
        assertThrows(PortalRefusedException.class, () -> scene.alice.acceptUncompared(pending));
    assertEquals(409, other.status());
  }

  @Test
  void anAnswerToAnEarlierRequestOfTheDeviceIsRefused() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    scene.ask();
    PendingConnection earlier = scene.pending();
    scene.ask();
    long before = scene.records();
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> scene.alice.connectReject(earlier));
    assertEquals(409, e.status());
    assertTrue(e.getMessage().contains("another request"), e.getMessage());
    assertEquals(before, scene.records());
    scene.reject();
  }

  @Test
  void anAdministratorThatTheProfileListsIsNotRejected() {
    ConnectScene scene = new ConnectScene(Dialect.MESH);
    ConnectionAttempt attempt = scene.onRing.connectAsAdministrator(scene.device, ALICE);
    String code = attempt.authenticator();
    scene.world.advance(SECOND);
    PendingConnection pending = scene.pending();
    scene.onTheWay =
        octets ->
            scene.request(octets).utf8().contains("\"ConnectComplete\":")
                ? Bytes.utf8("cut")
                : octets;
    assertThrows(
        PortalRefusedException.class, () -> scene.alice.acceptAdministrator(pending, code));
    scene.onTheWay = octets -> octets;
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> scene.alice.connectReject(pending));
    assertEquals(Optional.of(RefusalReason.CONNECTED), e.reason());
    scene.alice.acceptAdministrator(pending, code);
    assertTrue(attempt.await(code).administers());
  }
}
