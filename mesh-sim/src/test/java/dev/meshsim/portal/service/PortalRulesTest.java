package dev.meshsim.portal.service;

import static dev.meshsim.portal.service.ConnectScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordPage;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small effects of the portal's rules, each of which is lost if one line of a rule is. */
class PortalRulesTest {

  private final ConnectScene scene = new ConnectScene(Dialect.MESH);

  @Test
  void aCreatedProfileIsNotVerifiedAgainByItsFirstReader() {
    VerificationWork created = scene.work();
    scene.alice.connectPending();
    VerificationWork first = scene.work();
    scene.alice.connectPending();
    assertEquals(scene.work().minus(first), first.minus(created));
  }

  @Test
  void aDeviceThatWasRemovedGetsItsAcceptanceNoMore() {
    ConnectionAttempt attempt = scene.ask();
    scene.alice.acceptUncompared(scene.pending());
    scene.world.advance(Duration.ofSeconds(1));
    scene.alice.removeDevice(scene.device.udf());
    PortalRefusedException e = assertThrows(PortalRefusedException.class, attempt::pollUncompared);
    assertEquals(401, e.status());
    assertTrue(e.getMessage().contains("no longer in the profile"), e.getMessage());
  }

  @Test
  void anAnswerThatNamesAnotherRequestIsNoRepeat() {
    scene.ask();
    var earlier = scene.pending();
    scene.ask();
    scene.reject();
    refused(RefusalReason.ANSWERED, () -> scene.alice.connectReject(earlier));
  }

  @Test
  void aRequestOfTheFutureIsRefusedForItsClock() {
    ConnectScene ahead = new ConnectScene(Dialect.MESH);
    ahead.world.advance(PortalPolicy.DEFAULT.clockSkew().plusSeconds(1));
    ahead.ask();
    Bytes start = ahead.lastStart();
    scene.onTheWay = octets -> octets.utf8().contains("ConnectStart") ? start : octets;
    refused(RefusalReason.CLOCK, () -> scene.onRing.connect(scene.device, ALICE));
  }

  @Test
  void anAnswerIsRememberedAsLongAsItsRequestIsNotTooOld() {
    Instant asked = scene.world.now();
    scene.ask();
    Bytes first = scene.lastStart();
    scene.reject();
    Duration lifetime = PortalPolicy.DEFAULT.pendingLifetime();
    scene.world.advance(Duration.between(scene.world.now(), asked.plus(lifetime)));
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    scene.alice.connectReject(scene.pending());
    assertEquals(409, scene.postUnchanged(first));
  }

  @Test
  void theFirstVersionOfAnObjectIsANewRecordAndTheNextAnUpdate() {
    scene.world.advance(Duration.ofSeconds(1));
    Udf application = scene.alice.add(new PasswordProfile(true)).udf();
    scene.alice.deleteAccount();
    List<Action> newThenUpdate = List.of(Action.NEW, Action.UPDATE);
    assertEquals(newThenUpdate, actions(LogName.MESH, scene.alice.udf().text()));
    String account = PortalEntry.Account.key(AccountName.parse(ALICE));
    assertEquals(newThenUpdate, actions(LogName.PORTAL, account));
    IndexTerm term = new IndexTerm("Application", application.text());
    RecordPage found = scene.store.transact(tx -> tx.find(LogName.MESH, term, PageRequest.all()));
    assertEquals(scene.alice.udf().text(), found.items().get(0).primaryKey());
  }

  private List<Action> actions(LogName log, String key) {
    return scene.store.scan(log, PageRequest.all()).items().stream()
        .filter(item -> item.primaryKey().equals(key))
        .map(DataItem::action)
        .toList();
  }

  @Test
  void aTransferGoesOnBehindAVersionThatFillsAPage() {
    ApplicationSession application = scene.alice.add(new PasswordProfile(true));
    for (int i = 0; i < 2; i++) {
      scene.world.advance(Duration.ofSeconds(1));
      application.passwordProfile().put("example.com", "alice", i + "x".repeat(70_000));
      application.update();
    }
    String key = application.udf().text();
    List<Action> given =
        scene.alice.transfer().dataItems().stream()
            .filter(item -> item.primaryKey().equals(key))
            .map(DataItem::action)
            .toList();
    assertEquals(actions(LogName.MESH, key), given);
  }

  @Test
  void aProtectedHeaderHasAsManyOctetsAsTheLimitAndNoMore() {
    RequestCheck check = new RequestCheck(Dialect.MESH);
    check.check(new PublishRequest(withHeader(ProfileLimits.HEADER_OCTETS)));
    PublishRequest larger = new PublishRequest(withHeader(ProfileLimits.HEADER_OCTETS + 1));
    Refusal e = assertThrows(Refusal.class, () -> check.check(larger));
    assertTrue(e.description().startsWith("a protected header has at most "), e.description());
  }

  private SignedPersonalProfile withHeader(int octets) {
    JsonWebSignature data = scene.alice.personalProfile().signed().signedData();
    Signature own = data.signatures().get(0);
    Signature other = new Signature(Bytes.of(new byte[octets]), own.header(), own.signature());
    return new SignedPersonalProfile(
        scene.alice.udf(), new JsonWebSignature(data.payload(), List.of(other)));
  }

  private static void refused(RefusalReason reason, Runnable call) {
    PortalRefusedException e = assertThrows(PortalRefusedException.class, call::run);
    assertEquals(Optional.of(reason), e.reason(), e.getMessage());
  }
}
