package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The version that a version replaces, and its time. */
class SuccessionTest {

  private static final Duration SKEW = PortalPolicy.DEFAULT.clockSkew();

  private final PortalScene scene = new PortalScene();
  private final SignedPersonalProfile first = scene.client.personalProfile();
  private final PrivateJwk online = scene.administrator().key();

  @Test
  void aVersionThatNamesNoneOrAnotherThanTheStoredIsRefused() {
    says("does not say which version it replaces", sign(later(1), null, online));
    SignedPersonalProfile second = sign(later(1), first, online);
    assertEquals(201, publish(second));
    says("was not made from the stored version", sign(later(2), first, online));
    assertEquals(409, publish(sign(later(2), sign(later(7), second, online), online)));
    assertEquals(201, publish(sign(later(2), second, online)));
  }

  @Test
  void everySignatureNamesTheReplacedVersion() {
    SignedPersonalProfile good = sign(later(1), first, online);
    PrivateJwk master = SessionKeys.master(scene.profile);
    SignedPersonalProfile both =
        new SignedPersonalProfile(
            good.identifier(),
            Dialect.MESH
                .signatures()
                .add(
                    good.signedData(),
                    master,
                    good.identifier(),
                    Map.of(),
                    scene.world.stream("t", "t")));
    assertEquals(401, publish(both));
    assertEquals(201, publish(sign(later(1), first, online, master)));
  }

  @Test
  void aFirstVersionReplacesNone() {
    MeshSession session = scene.newMachine("bob");
    var bob = new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile());
    PersonalProfile content = new ProfileVerifier().personal(bob.signed()).profile();
    SignedPersonalProfile next = sign(content, bob.signed(), SessionKeys.online(bob));
    Bytes sealed =
        scene.sealed(
            new CreateRequest("bob@example.com", next),
            "bob@example.com",
            "example.com",
            scene.owner(bob));
    int records = scene.records();
    MeshResponse refused = scene.send(sealed, Transaction.CREATE_ACCOUNT);
    assertEquals(409, refused.status());
    assertTrue(refused.statusDescription().contains("this portal has none"));
    assertEquals(records, scene.records());
  }

  @Test
  void anotherAccountOfAProfileTakesTheStoredVersionOrItsSuccessor() {
    SignedPersonalProfile second = sign(later(1), first, online);
    assertEquals(201, publish(second));
    assertEquals(409, createAnother(sign(later(2), first, online)));
    assertEquals(201, createAnother(sign(later(2), second, online)));
  }

  @Test
  void anotherAccountTakesNoVersionThatOnlyANewAdministratorSigned() {
    PrivateJwk added = PrivateJwk.generate(KeySpec.ED25519, scene.world.stream("t", "added"));
    MasterProfile master = scene.stored(ALICE).master();
    PersonalProfile taken = later(1);
    SignedMasterProfile listing =
        ProfileSigner.master(
            new MasterProfile(
                master.identifier(),
                taken.updated(),
                master.masterSignatureKey(),
                master.masterEscrowKeys(),
                List.of(PublicKey.of(Dialect.MESH, added.publicJwk()))),
            SessionKeys.master(scene.profile),
            scene.world.stream("t", "master"));
    SignedPersonalProfile next = sign(taken.withMaster(listing, taken.updated()), first, added);
    assertEquals(401, createAnother(next, scene.signer(added)));
  }

  private int createAnother(SignedPersonalProfile profile) {
    return createAnother(profile, scene.administrator());
  }

  private int createAnother(SignedPersonalProfile profile, RequestEnvelope.Signer owner) {
    String account = "alice-two@example.com";
    Bytes sealed = scene.sealed(new CreateRequest(account, profile), account, "example.com", owner);
    return scene.send(sealed, Transaction.CREATE_ACCOUNT).status();
  }

  @Test
  void aTimeFurtherAheadThanAClockMayBeIsRefused() {
    Instant now = scene.world.now();
    assertEquals(400, publish(sign(at(now.plus(SKEW).plusMillis(1)), first, online)));
    SignedPersonalProfile ahead = sign(at(now.plus(SKEW)), first, online);
    assertEquals(201, publish(ahead));
    Instant next = Dialect.MESH.after(now.plus(SKEW));
    assertEquals(400, publish(sign(at(next.plusSeconds(9)), ahead, online)));
    assertEquals(201, publish(sign(at(next), ahead, online)));
  }

  @Test
  void aNewProfileOfTheFutureIsRefused() {
    MeshSession session = scene.newMachine("bob");
    var bob = new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile());
    PersonalProfile content = new ProfileVerifier().personal(bob.signed()).profile();
    PersonalProfile late =
        content.withMaster(
            content.signedMasterProfile(), scene.world.now().plus(SKEW).plusSeconds(1));
    SignedPersonalProfile signed = sign(late, null, SessionKeys.online(bob));
    Bytes sealed =
        scene.sealed(
            new CreateRequest("bob@example.com", signed),
            "bob@example.com",
            "example.com",
            scene.owner(bob));
    assertEquals(400, scene.send(sealed, Transaction.CREATE_ACCOUNT).status());
  }

  @Test
  void anApplicationNamesTheVersionsThatItReplacesAndIsEncryptedFor() {
    var session = scene.alice.add(new PasswordProfile(true));
    SignedApplicationProfile stored = scene.client.applicationProfile(session.udf());
    SignedPersonalProfile listing = scene.client.personalProfile();
    assertEquals(409, publish(application(session.udf(), stored, Map.of())));
    assertEquals(409, publish(application(session.udf(), stored, ReplacedVersion.header(listing))));
    Map<String, Object> other = new java.util.HashMap<>(ReplacedVersion.header(stored));
    other.putAll(ReadersVersion.header(first));
    assertEquals(409, publish(application(session.udf(), stored, other)));
    other.putAll(ReadersVersion.header(listing));
    assertEquals(201, publish(application(session.udf(), stored, other)));
  }

  @Test
  void anApplicationThatLeavesItsProfileIsDeletedAndItsIdentifierStays() {
    var session = scene.alice.add(new PasswordProfile(true));
    scene.alice.removeApplication(session.udf().text());
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> scene.client.applicationProfile(session.udf()));
    assertEquals(404, e.status());
    PersonalSession bob = scene.another("bob@example.com");
    PersonalProfile greedy =
        bob.personalProfile().profile().withApplication(session.entry(), later(9).updated());
    assertEquals(409, publish(scene.sign(greedy, bobsKey(bob))));
  }

  private PrivateJwk bobsKey(PersonalSession bob) {
    return SessionKeys.administrator(bob).key();
  }

  private PersonalProfile later(int seconds) {
    return at(scene.stored(ALICE).profile().updated().plusSeconds(seconds));
  }

  private PersonalProfile at(Instant updated) {
    PersonalProfile stored = scene.stored(ALICE).profile();
    return stored.withMaster(stored.signedMasterProfile(), updated);
  }

  private SignedPersonalProfile sign(
      PersonalProfile profile,
      @org.jspecify.annotations.Nullable SignedPersonalProfile replaced,
      PrivateJwk... keys) {
    return replaced == null
        ? ProfileSigner.personal(profile, List.of(keys), scene.world.stream("test", "sign"))
        : ProfileSigner.successor(
            profile, replaced, List.of(keys), scene.world.stream("test", "sign"));
  }

  private SignedApplicationProfile application(
      Udf identifier, SignedApplicationProfile stored, Map<String, Object> header) {
    var read =
        (KnownApplicationProfile) new ProfileVerifier().application(stored, scene.stored(ALICE));
    return ProfileSigner.application(
        KnownApplicationProfile.of(
            read.kind(), identifier, read.updated().plusSeconds(1), read.sharedPrivate()),
        header,
        scene.desktop.privateKey(scene.device.udf()),
        scene.world.stream("test", "sign"));
  }

  private void says(String why, SignedPersonalProfile conflicting) {
    MeshResponse refused = scene.send(new PublishRequest(conflicting));
    assertEquals(409, refused.status());
    assertTrue(refused.statusDescription().contains(why), refused.statusDescription());
  }

  private int publish(Entry entry) {
    return scene.send(new PublishRequest(entry)).status();
  }
}
