package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is created by the owner of the profile only. */
class SignedCreateTest {

  private static final String BOB = "bob@example.com";

  private final PortalScene scene = new PortalScene();

  @Test
  void nobodyBindsANameToAnothersProfile() {
    PersonalProfile mallory = profile("mallory");
    int before = scene.records();
    assertEquals(401, scene.send(new CreateRequest(BOB, scene.profile.signed())).status());
    assertEquals(401, create(BOB, scene.profile.signed(), BOB, scene.owner(mallory)));
    assertEquals(before, scene.records());
  }

  @Test
  void anAnonymousRequestIsRefusedBeforeItsProfileIsVerified() {
    SignedPersonalProfile unsound =
        new SignedPersonalProfile(profile("bob").udf(), scene.profile.signed().signedData());
    String why = scene.send(new CreateRequest(BOB, unsound)).statusDescription();
    assertTrue(why.contains("sign the request"), why);
  }

  @Test
  void theSignatureIsForOneAccountOnly() {
    int before = scene.records();
    assertEquals(401, create(BOB, scene.profile.signed(), ALICE, scene.administrator()));
    assertEquals(before, scene.records());
  }

  @Test
  void aDeviceKeyIsNotEnough() {
    var device = scene.signer(scene.desktop.privateKey(scene.device.udf()));
    assertEquals(401, create(BOB, scene.profile.signed(), BOB, device));
  }

  @Test
  void anOnlineKeyOrTheMasterKeyIs() {
    PersonalProfile bob = profile("bob");
    assertEquals(201, create(BOB, bob.signed(), BOB, scene.owner(bob)));
    var master = scene.signer(SessionKeys.master(scene.profile));
    String second = "alice2@example.com";
    assertEquals(201, create(second, scene.profile.signed(), second, master));
  }

  @Test
  void aRepeatSucceedsAndChangesNothing() {
    int before = scene.records();
    scene.world.advance(Duration.ofDays(1));
    assertEquals(201, create(ALICE, scene.profile.signed(), ALICE, scene.administrator()));
    assertEquals(before, scene.records());
  }

  @Test
  void anotherVersionOrProfileForAnAccountThatExistsIsAConflict() {
    var first = scene.profile.signed();
    scene.world.advance(Duration.ofSeconds(1));
    scene.alice.add(new dev.meshsim.session.application.PasswordProfile(true));
    PersonalProfile mallory = profile("mallory");
    int before = scene.records();
    assertEquals(409, create(ALICE, first, ALICE, scene.administrator()));
    assertEquals(409, create(ALICE, mallory.signed(), ALICE, scene.owner(mallory)));
    assertEquals(before, scene.records());
  }

  @ParameterizedTest
  @CsvSource({
    "MESH, false, 401",
    "MESH, true, 401",
    "PORTAL_2017, false, 401",
    "PORTAL_2017, true, 201",
  })
  void anUnsignedCreateNeedsTheOldDialectAndAPolicy(Dialect dialect, boolean policy, int status) {
    World world = World.seeded(3);
    PortalStore store = new MemoryPortalStore();
    PortalPolicy limits =
        policy ? PortalPolicy.DEFAULT.withReferenceClients() : PortalPolicy.DEFAULT;
    assertFalse(PortalPolicy.DEFAULT.referenceClients());
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", dialect, store, limits);
    MeshSession session = new MeshSession(new MeshMachineCached(world, "d"), portal);
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    CreateRequest unsigned = new CreateRequest(BOB, profile.signed());
    assertEquals(status, send(portal, unsigned));
    if (status == 201) {
      var written = store.lastWrite();
      assertEquals(201, send(portal, unsigned));
      assertEquals(written, store.lastWrite());
      var bob = session.createAccount(BOB, profile);
      bob.deleteAccount();
      assertEquals(409, send(portal, unsigned));
    }
  }

  private static int send(MeshPortalDirect portal, CreateRequest request) {
    Bytes response = portal.exchange(MessageCodec.write(portal.dialect(), request));
    return MessageCodec.readResponse(portal.dialect(), response, Transaction.CREATE_ACCOUNT)
        .status();
  }

  private PersonalProfile profile(String machine) {
    return new PersonalProfile(scene.newMachine(machine).createDevice().deviceProfile());
  }

  private int create(
      String account, SignedEntry profile, String signedFor, RequestEnvelope.Signer signer) {
    CreateRequest request = new CreateRequest(account, profile);
    return scene
        .send(scene.sealed(request, signedFor, "example.com", signer), Transaction.CREATE_ACCOUNT)
        .status();
  }
}
