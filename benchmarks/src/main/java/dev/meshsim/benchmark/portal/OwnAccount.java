package dev.meshsim.benchmark.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import java.util.List;

/** An account with a profile of its own, all of it signed, and the key of its administrator. */
final class OwnAccount {

  private final SeededWorld world;
  private final RandomStream random;
  private final PrivateJwk online;
  private final RequestEnvelope.Signer administrator;
  private final dev.meshsim.profile.PersonalProfile profile;
  private final MeshClient client;
  private SignedPersonalProfile stored;

  /** Creates it at a portal. */
  OwnAccount(SeededWorld world, MeshPortal portal, MeshSession maker, String name) {
    this.world = world;
    this.random = world.stream(name, "benchmark");
    PersonalProfile made = new PersonalProfile(maker.createDevice().deviceProfile());
    this.online = SessionKeys.online(made);
    this.stored = made.signed();
    this.profile =
        Dialect.MESH
            .json()
            .read(stored.signedData().payload(), dev.meshsim.profile.PersonalProfile.class);
    this.administrator =
        new RequestEnvelope.Signer(Dialect.MESH.fingerprint(online.publicJwk()), online, random);
    this.client = new MeshClient(world, "maker", portal, AccountName.parse(name));
    client.create(stored, administrator);
  }

  MeshClient client() {
    return client;
  }

  RequestEnvelope.Signer administrator() {
    return administrator;
  }

  /** Signs and publishes the next version, which differs in its time only. */
  SignedPersonalProfile publish() {
    SignedPersonalProfile next =
        ProfileSigner.successor(
            new dev.meshsim.profile.PersonalProfile(
                profile.identifier(),
                world.now(),
                profile.signedMasterProfile(),
                profile.devices(),
                profile.applications()),
            stored,
            List.of(online),
            random);
    client.publish(next);
    stored = next;
    return next;
  }
}
