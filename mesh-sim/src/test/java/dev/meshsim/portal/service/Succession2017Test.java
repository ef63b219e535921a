package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The version that a version of dialect {@code portal-2017} replaces: its envelope names it. */
class Succession2017Test {

  private final SeededWorld world = World.seeded(1);

  @Test
  void aPublicationOf2017IsSignedByAPublisherAndItsEnvelopeNamesTheReplacedVersion() {
    Old old = new Old(new MemoryPortalStore(), PortalPolicy.DEFAULT);
    PersonalSession alice = old.create();
    MeshClient client = old.client;
    VerifiedPersonalProfile stored = alice.personalProfile();
    RequestEnvelope.Signer admin = SessionKeys.administrator(alice);
    SignedPersonalProfile next = nextOf2017(stored, admin);
    refused(409, () -> client.publish(next));
    refused(409, () -> client.publish(next, admin));
    refused(409, () -> client.publish(next, admin.with(ReplacedVersion.header(next))));
    Udf device = alice.thisDevice().deviceAuthenticationKey().udf();
    RequestEnvelope.Signer other =
        new RequestEnvelope.Signer(
            device, old.session.machine().privateKey(device), world.stream("t", "t"));
    refused(401, () -> client.publish(next, other.with(ReplacedVersion.header(stored.signed()))));
    client.publish(next, admin.with(ReplacedVersion.header(stored.signed())));

    var application = alice.add(new PasswordProfile(true));
    SignedApplicationProfile version = client.applicationProfile(application.udf());
    application.update();
    refused(401, () -> client.publish(version));
    refused(409, () -> client.publish(version, admin.with(ReadersVersion.header(next))));
    refused(401, () -> client.publish(version, admin.with(ReplacedVersion.header(version))));
  }

  @Test
  void aReferenceClientNamesNoVersionIfThePolicyAllowsIt() {
    MemoryPortalStore store = new MemoryPortalStore();
    PersonalSession alice = new Old(store, PortalPolicy.DEFAULT).create();
    RequestEnvelope.Signer admin = SessionKeys.administrator(alice);
    SignedPersonalProfile next = nextOf2017(alice.personalProfile(), admin);
    MeshClient lenient = new Old(store, PortalPolicy.DEFAULT.withReferenceClients()).client;
    refused(409, () -> lenient.publish(next, admin));
    lenient.publish(next);
    assertEquals(next, lenient.personalProfile());
  }

  @Test
  void aProfileInTheFormOf2016IsNotStoredAnew() {
    Old old = new Old(new MemoryPortalStore(), PortalPolicy.DEFAULT.withReferenceClients());
    PersonalSession alice = old.create();
    RequestEnvelope.Signer admin = SessionKeys.administrator(alice);
    SignedPersonalProfile next = nextOf2017(alice.personalProfile(), admin);
    JsonWebSignature data = next.signedData();
    String header = "{\"alg\":\"RS512\",\"kid\":\"" + admin.udf() + "\"}";
    Signature bare = new Signature(Bytes.utf8(header), null, data.signatures().get(0).signature());
    SignedPersonalProfile of2016 =
        new SignedPersonalProfile(
            next.identifier(), new JsonWebSignature(data.payload(), List.of(bare)));
    for (Runnable request :
        List.<Runnable>of(
            () -> old.client.publish(of2016), () -> old.client.create(of2016, admin))) {
      String why = assertThrows(PortalRefusedException.class, request::run).getMessage();
      assertTrue(why.contains("in the form of 2016"), why);
    }
  }

  /** A portal of 2017, and a machine with a client of it. */
  private final class Old {

    final MeshPortalDirect portal;
    final MeshSession session;
    final MeshClient client;

    Old(MemoryPortalStore store, PortalPolicy policy) {
      portal = MeshPortalDirect.open(world, "example.com", Dialect.PORTAL_2017, store, policy);
      session = new MeshSession(new MeshMachineCached(world, "d"), portal);
      client = new MeshClient(world, "d", portal, AccountName.parse(ALICE));
    }

    PersonalSession create() {
      return session.createAccount(
          ALICE, new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile()));
    }
  }

  private SignedPersonalProfile nextOf2017(
      VerifiedPersonalProfile stored, RequestEnvelope.Signer admin) {
    PersonalProfile profile = stored.profile();
    return ProfileSigner.personal(
        profile.withMaster(
            profile.signedMasterProfile(), Dialect.PORTAL_2017.after(profile.updated())),
        List.of(admin.key()),
        world.stream("test", "sign"));
  }

  private static void refused(int status, Runnable publication) {
    assertEquals(status, assertThrows(PortalRefusedException.class, publication::run).status());
  }
}
