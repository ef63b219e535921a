package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.LogName;
import dev.meshsim.log.MemoryPortalStore;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.Range;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.ProfileVerifier;
import dev.meshsim.profile.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;

/** Alice with her desktop and an account, and a portal that is watched. */
final class PortalScene {

  static final String ALICE = "alice@example.com";

  final SeededWorld world = World.seeded(1);
  final PortalStore store = new MemoryPortalStore();
  final MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", store);
  final MeshMachine desktop = new MeshMachineCached(world, "alice-desktop");
  final MeshSession session = new MeshSession(desktop, portal);
  final DeviceRegistration device = session.createDevice("Alice Desktop", "A desktop computer");
  final PersonalProfile profile = new PersonalProfile(device.deviceProfile());
  final PersonalSession alice = session.createAccount(ALICE, profile);
  final MeshClient client = clientOf(desktop, ALICE);

  MeshClient clientOf(MeshMachine machine, String account) {
    return new MeshClient(world, machine.name(), portal, AccountName.parse(account));
  }

  MeshSession newMachine(String name) {
    return new MeshSession(new MeshMachineCached(world, name), portal);
  }

  /** A person of another account, on a machine of her own. */
  PersonalSession another(String account) {
    MeshSession other = newMachine(account);
    return other.createAccount(account, new PersonalProfile(other.createDevice().deviceProfile()));
  }

  VerifiedPersonalProfile stored(String account) {
    return new ProfileVerifier().personal(clientOf(desktop, account).personalProfile());
  }

  /** Whoever holds an online signature key of {@code owner} on {@code machine}. */
  RequestEnvelope.Signer administrator(MeshMachine machine, VerifiedPersonalProfile owner) {
    Udf udf = owner.master().onlineSignatureKeys().get(0).udf();
    return new RequestEnvelope.Signer(udf, machine.privateKey(udf), machine.stream("test"));
  }

  RequestEnvelope.Signer administrator() {
    return administrator(desktop, stored(ALICE));
  }

  RequestEnvelope.Signer signer(PrivateJwk key) {
    return new RequestEnvelope.Signer(
        Dialect.MESH.fingerprint(key.publicJwk()), key, world.stream("test", "signer"));
  }

  MeshResponse send(MeshRequest request) {
    return MessageCodec.readResponse(
        Dialect.MESH,
        portal.exchange(MessageCodec.write(Dialect.MESH, request)),
        Transaction.of(request));
  }

  MeshResponse send(Bytes octets, Transaction transaction) {
    return MessageCodec.readResponse(Dialect.MESH, portal.exchange(octets), transaction);
  }

  Bytes sealed(MeshRequest request, String account, String domain, RequestEnvelope.Signer signer) {
    return RequestEnvelope.seal(
        Dialect.MESH,
        MessageCodec.write(Dialect.MESH, request),
        account,
        domain,
        world.now(),
        "nonce",
        signer);
  }

  /** How many records the two logs hold. */
  int records() {
    return store.scan(LogName.MESH, Range.all()).items().size()
        + store.scan(LogName.PORTAL, Range.all()).items().size();
  }
}
