package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Optional;

/** Alice with her desktop and an account, at a portal whose store can be read. */
public final class PortalScene {

  public static final String ALICE = "alice@example.com";

  public final SeededWorld world = World.seeded(1);
  public final PortalStore store = new MemoryPortalStore();
  public final MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", store);
  public final MeshMachine desktop = new MeshMachineCached(world, "alice-desktop");
  public final MeshSession session = new MeshSession(desktop, portal);
  public final DeviceRegistration device =
      session.createDevice("Alice Desktop", "A desktop computer");
  public final PersonalProfile profile = new PersonalProfile(device.deviceProfile());
  public final PersonalSession alice = session.createAccount(ALICE, profile);
  public final MeshClient client = clientOf(desktop, ALICE);

  private int nonces;

  MeshClient clientOf(MeshMachine machine, String account) {
    return new MeshClient(world, machine.name(), portal, AccountName.parse(account));
  }

  public MeshSession newMachine(String name) {
    return new MeshSession(new MeshMachineCached(world, name), portal);
  }

  /** A person of another account, on a machine of her own. */
  public PersonalSession another(String account) {
    MeshSession other = newMachine(account);
    return other.createAccount(account, new PersonalProfile(other.createDevice().deviceProfile()));
  }

  public VerifiedPersonalProfile stored(String account) {
    return new ProfileVerifier().personal(clientOf(desktop, account).personalProfile());
  }

  /** The holder of an online signature key of {@code owner} on {@code machine}. */
  public RequestEnvelope.Signer administrator(MeshMachine machine, VerifiedPersonalProfile owner) {
    Udf udf = owner.master().onlineSignatureKeys().get(0).udf();
    return new RequestEnvelope.Signer(udf, machine.privateKey(udf), machine.stream("test"));
  }

  public RequestEnvelope.Signer administrator() {
    return administrator(desktop, stored(ALICE));
  }

  /** The holder of the online signature key of a profile that may have no account yet. */
  public RequestEnvelope.Signer owner(PersonalProfile profile) {
    return signer(SessionKeys.online(profile));
  }

  public RequestEnvelope.Signer signer(PrivateJwk key) {
    return new RequestEnvelope.Signer(
        Dialect.MESH.fingerprint(key.publicJwk()), key, world.stream("test", "signer"));
  }

  /** Signs a profile as the successor of the stored version, or as the first one. */
  public SignedPersonalProfile sign(
      dev.meshsim.profile.PersonalProfile next, PrivateJwk... signers) {
    Optional<SignedPersonalProfile> stored =
        latest(next.identifier())
            .map(item -> portal.dialect().json().read(item.text(), Entry.class))
            .filter(SignedPersonalProfile.class::isInstance)
            .map(SignedPersonalProfile.class::cast);
    RandomStream random = world.stream("test", "sign");
    return stored
        .map(version -> ProfileSigner.successor(next, version, List.of(signers), random))
        .orElseGet(() -> ProfileSigner.personal(next, List.of(signers), random));
  }

  private Optional<DataItem> latest(Udf identifier) {
    return store.transact(tx -> tx.latest(LogName.MESH, identifier.text()));
  }

  public MeshResponse send(MeshRequest request) {
    return MessageCodec.readResponse(
        Dialect.MESH,
        portal.exchange(MessageCodec.write(Dialect.MESH, request)),
        Transaction.of(request));
  }

  public MeshResponse send(Bytes octets, Transaction transaction) {
    return MessageCodec.readResponse(Dialect.MESH, portal.exchange(octets), transaction);
  }

  public Bytes sealed(
      MeshRequest request, String account, String domain, RequestEnvelope.Signer signer) {
    return RequestEnvelope.seal(
        Dialect.MESH,
        MessageCodec.write(Dialect.MESH, request),
        new RequestClaims(
            account, domain, client.hello().challenge(), world.now(), "nonce" + nonces++),
        signer);
  }

  /** How many records the two logs hold. */
  public int records() {
    return store.scan(LogName.MESH, PageRequest.all()).items().size()
        + store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }
}
