package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishRulesTest {

  private final PortalScene scene = new PortalScene();

  @Test
  void aLaterProfileOfAnAdministratorIsStored() {
    SignedPersonalProfile next = successor(later(), onlineKey());
    assertEquals(201, scene.send(new PublishRequest(next)).status());
    assertEquals(next, scene.client.personalProfile());
  }

  @Test
  void aRepeatedVersionIsAnsweredAsBeforeAndNotStoredAgain() {
    SignedPersonalProfile next = successor(later(), onlineKey());
    assertEquals(201, scene.send(new PublishRequest(next)).status());
    int before = scene.records();
    assertEquals(201, scene.send(new PublishRequest(next)).status());
    assertEquals(before, scene.records());
  }

  @Test
  void aVersionIsVerifiedOnceAndNotAgainForItsRepeatOrSuccessor() {
    MeshService service =
        new MeshService(
            scene.world, "example.com", Dialect.MESH, scene.store, PortalPolicy.DEFAULT);
    for (int i = 1; i <= 2; i++) {
      Bytes next =
          MessageCodec.write(Dialect.MESH, new PublishRequest(successor(later(), onlineKey())));
      service.dispatch(next);
      long once = service.signaturesVerified();
      assertEquals(i + 3, once);
      service.dispatch(next);
      assertEquals(once, service.signaturesVerified());
    }
  }

  @Test
  void anEqualOrOlderProfileIsRefused() {
    Instant stored = scene.stored(ALICE).profile().updated();
    PersonalProfile before = scene.alice.personalProfile().profile();
    PersonalProfile other =
        new PersonalProfile(
            before.identifier(), stored, before.signedMasterProfile(), List.of(), List.of());
    refused(409, scene.sign(other, onlineKey()));
    refused(409, successor(stored.minusSeconds(1), onlineKey()));
  }

  @Test
  void aProfileSignedByAnotherKeyIsRefused() {
    PrivateJwk deviceKey = scene.desktop.privateKey(scene.device.udf());
    refused(401, successor(later(), deviceKey));
  }

  @Test
  void aProfileThatIsNotStoredIsRefused() {
    MeshSession bob = scene.newMachine("bob");
    var profile = new dev.meshsim.session.PersonalProfile(bob.createDevice().deviceProfile());
    refused(404, profile.signed());
  }

  @Test
  void afterRecoveryTheOldOnlineKeyNoLongerAdministers() {
    OfflineEscrowEntry entry = new OfflineEscrowEntry(scene.profile, 2, 3);
    scene.alice.escrow(entry);
    PrivateJwk oldKey = onlineKey();
    MeshSession elsewhere = scene.newMachine("alice-laptop");
    scene.world.advance(java.time.Duration.ofSeconds(1));
    PersonalSession recovered =
        elsewhere.recover(new Secret(entry.keyShares().subList(0, 2)), ALICE);
    refused(401, successor(later(), oldKey));
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> scene.alice.connectPending());
    assertEquals(401, e.status());
    assertTrue(recovered.connectPending().pending().isEmpty());
  }

  @Test
  void anOldMasterProfileDoesNotComeBack() {
    OfflineEscrowEntry entry = new OfflineEscrowEntry(scene.profile, 2, 3);
    scene.alice.escrow(entry);
    var before = scene.stored(ALICE).profile().signedMasterProfile();
    scene.world.advance(java.time.Duration.ofSeconds(1));
    MeshMachineCached laptop = new MeshMachineCached(scene.world, "alice-laptop");
    PersonalSession recovered =
        new MeshSession(laptop, scene.portal)
            .recover(new Secret(entry.keyShares().subList(1, 3)), ALICE);
    PersonalProfile now = recovered.personalProfile().profile();
    SignedPersonalProfile rolledBack =
        scene.sign(
            now.withMaster(before, now.updated().plusSeconds(1)),
            laptop.privateKey(recovered.udf()));
    refused(409, rolledBack);
  }

  @Test
  void anEscrowEntryIsWrittenOnceAndByAnAdministrator() {
    OfflineEscrowEntry entry = new OfflineEscrowEntry(scene.profile, 2, 4);
    assertEquals(401, scene.send(new PublishRequest(entry.sealed())).status());
    scene.alice.escrow(entry);
    int before = scene.records();
    scene.alice.escrow(entry);
    var other =
        new dev.meshsim.profile.OfflineEscrowEntry(
            entry.udf(), new OfflineEscrowEntry(scene.profile, 2, 4).sealed().encryptedData());
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> scene.client.publish(other, scene.administrator()));
    assertEquals(409, e.status());
    assertEquals(before, scene.records());
  }

  @Test
  void anApplicationIsPublishedByADeviceInItsEntry() {
    ApplicationSession application = scene.alice.add(new PasswordProfile(true));
    SignedApplicationProfile signed = scene.client.applicationProfile(application.udf());
    int before = scene.records();
    assertEquals(201, scene.send(new PublishRequest(signed)).status());
    assertEquals(before, scene.records());
    var content =
        new dev.meshsim.profile.trust.ProfileVerifier().application(signed, scene.stored(ALICE));
    refused(401, bySomeoneElse((KnownApplicationProfile) content));
  }

  @Test
  void anEqualOrOlderApplicationIsRefused() {
    ApplicationSession application = scene.alice.add(new PasswordProfile(true));
    SignedApplicationProfile first = scene.client.applicationProfile(application.udf());
    scene.world.advance(java.time.Duration.ofSeconds(1));
    application.passwordProfile().put("example.com", "alice", "secret");
    application.update();
    refused(409, first);
    SignedApplicationProfile second = scene.client.applicationProfile(application.udf());
    refused(409, withTimeOf(second, first));
  }

  /** The content of one version with the time of the stored one, signed by Alice's device. */
  private SignedApplicationProfile withTimeOf(
      SignedApplicationProfile time, SignedApplicationProfile content) {
    var verifier = new dev.meshsim.profile.trust.ProfileVerifier();
    Instant updated = verifier.application(time, scene.stored(ALICE)).updated();
    var read = (KnownApplicationProfile) verifier.application(content, scene.stored(ALICE));
    return ProfileSigner.application(
        KnownApplicationProfile.of(read.kind(), read.identifier(), updated, read.sharedPrivate()),
        ReplacedVersion.header(time),
        scene.desktop.privateKey(scene.device.udf()),
        scene.desktop.stream("test"));
  }

  @Test
  void anApplicationThatNobodyListsIsRefused() {
    ApplicationSession application = scene.alice.add(new PasswordProfile(true));
    SignedApplicationProfile signed = scene.client.applicationProfile(application.udf());
    PortalScene elsewhere = new PortalScene();
    assertEquals(404, elsewhere.send(new PublishRequest(signed)).status());
  }

  @Test
  void anApplicationBelongsToTheProfileThatListedItFirst() {
    ApplicationSession application = scene.alice.add(new PasswordProfile(true));
    MeshMachineCached machine = new MeshMachineCached(scene.world, "mallory");
    MeshSession session = new MeshSession(machine, scene.portal);
    var profile = new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession mallory = session.createAccount("mallory@example.com", profile);
    var known = mallory.personalProfile();
    ApplicationProfileEntry stolen =
        application.entry().withDevice(known.devices().keySet().iterator().next(), true);
    SignedPersonalProfile greedy =
        scene.sign(
            known.profile().withApplication(stolen, known.profile().updated().plusSeconds(1)),
            scene.administrator(machine, known).key());
    refused(409, greedy);
  }

  @Test
  void aDeviceProfileIsNotPublishedOnItsOwn() {
    refused(400, scene.device.deviceProfile().signed());
  }

  @Test
  void everyVersionIsKeptAndPaged() {
    Udf udf = scene.profile.udf();
    for (int i = 1; i <= 4; i++) {
      SignedPersonalProfile next =
          successor(scene.stored(ALICE).profile().updated().plusSeconds(1), onlineKey());
      scene.client.publish(next);
    }
    var all = scene.client.get(new GetRequest(udf.text(), null, null, null, true, true));
    assertEquals(5, all.entries().size());
    assertEquals(5, all.dataItems().size());
    var constraints = new dev.meshsim.protocol.SearchConstraints(null, null, 2, null, null);
    var first = scene.client.get(new GetRequest(udf.text(), null, null, constraints, true, null));
    assertEquals(all.entries().subList(0, 2), first.entries());
    var rest = new dev.meshsim.protocol.SearchConstraints(null, null, null, null, first.pageKey());
    var second = scene.client.get(new GetRequest(udf.text(), null, null, rest, true, null));
    assertEquals(all.entries().subList(2, 5), second.entries());
  }

  private SignedApplicationProfile bySomeoneElse(KnownApplicationProfile content) {
    MeshSession session = scene.newMachine("mallory");
    var device = session.createDevice();
    return ProfileSigner.application(
        content, session.machine().privateKey(device.udf()), session.machine().stream("test"));
  }

  private Instant later() {
    return scene.stored(ALICE).profile().updated().plusSeconds(1);
  }

  private PrivateJwk onlineKey() {
    return scene.desktop.privateKey(
        scene.alice.personalProfile().master().onlineSignatureKeys().get(0).udf());
  }

  private SignedPersonalProfile successor(Instant updated, PrivateJwk key) {
    PersonalProfile stored = scene.alice.personalProfile().profile();
    return scene.sign(
        new PersonalProfile(
            stored.identifier(),
            updated,
            stored.signedMasterProfile(),
            stored.devices(),
            stored.applications()),
        key);
  }

  private void refused(int status, dev.meshsim.profile.Entry entry) {
    int before = scene.records();
    assertEquals(status, scene.send(new PublishRequest(entry)).status());
    assertEquals(before, scene.records());
  }
}
