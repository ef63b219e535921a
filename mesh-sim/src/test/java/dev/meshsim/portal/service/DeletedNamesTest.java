package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.SessionKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name stays with its owner after the account is deleted. */
class DeletedNamesTest {

  private final PortalScene scene = new PortalScene();
  private final RequestEnvelope.Signer alice = scene.administrator();
  private int nonces;

  @Test
  void nobodyElseGetsADeletedName() {
    scene.alice.deleteAccount();
    PersonalProfile mallory = other();
    int before = scene.records();
    assertEquals(409, create(mallory, scene.owner(mallory), now()));
    assertEquals(before, scene.records());
    assertEquals(false, scene.session.validate("ALICE@example.com").valid());
  }

  @Test
  void theOwnerCreatesItAgainWithAnOnlineKeyOrTheMasterKey() {
    scene.alice.deleteAccount();
    assertEquals(201, create(scene.profile, alice, now()));
    assertEquals(scene.profile.signed(), scene.client.personalProfile());
    scene.alice.deleteAccount();
    RequestEnvelope.Signer master = scene.signer(SessionKeys.master(scene.profile));
    assertEquals(201, create(scene.profile, master, now()));
  }

  @Test
  void openRequestsDoNotOutliveTheAccount() {
    MeshSession ring = scene.newMachine("ring");
    ring.connect(ring.createDevice(), ALICE);
    assertEquals(1, scene.alice.connectPending().pending().size());
    scene.alice.deleteAccount();
    assertEquals(201, create(scene.profile, alice, now()));
    assertEquals(List.of(), scene.alice.connectPending().pending());
  }

  @Test
  void theOwnersLaterVersionIsAcceptedAndAnOlderOneIsNot() {
    var first = scene.profile.signed();
    scene.world.advance(Duration.ofSeconds(1));
    scene.alice.add(new dev.meshsim.session.application.PasswordProfile(true));
    var second = scene.client.personalProfile();
    scene.alice.deleteAccount();
    assertEquals(409, send(new CreateRequest(ALICE, first), alice, now()));
    assertEquals(201, send(new CreateRequest(ALICE, second), alice, now()));
  }

  @Test
  void aCreateSignedBeforeTheDeletionDoesNotReviveTheAccount() {
    Instant before = now();
    scene.world.advance(Duration.ofMillis(1));
    scene.alice.deleteAccount();
    int records = scene.records();
    assertEquals(409, create(scene.profile, alice, before));
    assertEquals(records, scene.records());
    assertEquals(201, create(scene.profile, alice, now()));
  }

  @Test
  void aDeleteSignedBeforeTheAccountWasCreatedAgainDoesNotDeleteIt() {
    scene.world.advance(Duration.ofSeconds(1));
    Instant before = now();
    scene.world.advance(Duration.ofMillis(1));
    scene.alice.deleteAccount();
    scene.client.create(scene.profile.signed(), alice);
    int records = scene.records();
    assertEquals(409, send(new DeleteRequest(ALICE), alice, before));
    assertEquals(records, scene.records());
    assertEquals(201, send(new DeleteRequest(ALICE), alice, now()));
  }

  @Test
  void theLatestRequestsAreRefusedByWhatIsStored() {
    PortalEntry.Account stored = stored();
    AccountHistory history = AccountHistory.of(java.util.Optional.of(stored));
    assertEquals(now().toEpochMilli(), stored.lastSigned());
    assertEquals(1, stored.lastRequests().size());
    RequestEnvelope one = envelope(new DeleteRequest(ALICE), now());
    RequestEnvelope two = envelope(new DeleteRequest(ALICE), now());
    history.requireLater(one);
    AccountHistory after = history.with(java.util.Optional.of(one));
    assertEquals(409, status(() -> after.requireLater(one)));
    after.requireLater(two);
    RequestEnvelope later = envelope(new DeleteRequest(ALICE), now().plusMillis(1));
    AccountHistory last = after.with(java.util.Optional.of(later));
    assertEquals(409, status(() -> last.requireLater(two)));
    assertEquals(1, last.lastRequests().size());
  }

  @Test
  void theRequestsOfOneMillisecondAreBounded() {
    AccountHistory history = AccountHistory.of(java.util.Optional.of(stored()));
    int accepted = 0;
    for (int i = 0; i < 100; i++) {
      RequestEnvelope next = envelope(new DeleteRequest(ALICE), now());
      AccountHistory before = history;
      if (status(() -> before.requireLater(next)) == 201) {
        history = history.with(java.util.Optional.of(next));
        accepted++;
      }
    }
    assertEquals(63, accepted);
  }

  @Test
  void theDeletionIsARecordThatKeepsTheOwner() {
    scene.world.advance(Duration.ofSeconds(2));
    scene.alice.deleteAccount();
    PortalEntry.Account deleted = stored();
    assertEquals(PortalEntry.Account.DELETED, deleted.status());
    assertEquals(scene.profile.udf(), deleted.userProfileUdf());
    assertEquals(now(), deleted.modified());
    assertTrue(deleted.created().isBefore(deleted.modified()));
  }

  @Test
  void aNameWhoseRecordWasDeletedIsFree() {
    String key = PortalEntry.Account.key(AccountName.parse(ALICE));
    scene.store.transact(
        tx -> {
          tx.put(Change.delete(LogName.PORTAL, key, scene.world.now()));
          return key;
        });
    assertEquals(true, scene.session.validate(ALICE).valid());
    PersonalProfile bob = other();
    assertEquals(201, create(bob, scene.owner(bob), now()));
  }

  private PortalEntry.Account stored() {
    Entries entries = new Entries(Dialect.MESH.json());
    String key = PortalEntry.Account.key(AccountName.parse(ALICE));
    return scene.store.transact(
        tx ->
            entries.read(tx.latest(LogName.PORTAL, key).orElseThrow(), PortalEntry.Account.class));
  }

  private static int status(Runnable rule) {
    try {
      rule.run();
      return 201;
    } catch (Refusal refusal) {
      return refusal.status();
    }
  }

  private RequestEnvelope envelope(MeshRequest request, Instant issued) {
    return RequestEnvelope.open(Dialect.MESH, sealed(request, alice, issued));
  }

  private Instant now() {
    return scene.world.now();
  }

  private PersonalProfile other() {
    return new PersonalProfile(scene.newMachine("other").createDevice().deviceProfile());
  }

  private int create(PersonalProfile profile, RequestEnvelope.Signer signer, Instant issued) {
    return send(new CreateRequest(ALICE, profile.signed()), signer, issued);
  }

  private int send(MeshRequest request, RequestEnvelope.Signer signer, Instant issued) {
    return scene.send(sealed(request, signer, issued), Transaction.of(request)).status();
  }

  private Bytes sealed(MeshRequest request, RequestEnvelope.Signer signer, Instant issued) {
    String challenge = scene.client.hello().challenge();
    return RequestEnvelope.seal(
        Dialect.MESH,
        MessageCodec.write(Dialect.MESH, request),
        new RequestClaims(ALICE, "example.com", challenge, issued, "n" + nonces++),
        signer);
  }
}
