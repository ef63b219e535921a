package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.share.Secret;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The portal's own person: a machine with a device, a profile that no portal has, and an escrow
 * entry of it. Each is made when a lie first needs it, from random streams of the portal's own.
 */
final class Impostor {

  private static final int SECRET_BITS = 128;

  private final MeshMachine machine;
  private final String domain;
  private final Dialect dialect;
  private final MeshSession session;
  private final Map<Udf, OfflineEscrowEntry> entries = new LinkedHashMap<>();
  private final Map<Udf, SignedConnectionRequest> requests = new LinkedHashMap<>();
  private @Nullable DeviceRegistration device;
  private @Nullable Keys keys;
  private @Nullable SignedPersonalProfile profile;
  private @Nullable NoteSigner logSigner;

  private record Keys(PrivateJwk master, PrivateJwk escrow, PrivateJwk online) {}

  Impostor(World world, MeshPortal portal) {
    machine = new MeshMachineCached(world, "hostile:" + portal.domain());
    domain = AccountName.domain(portal.domain());
    dialect = portal.dialect();
    session = new MeshSession(machine, portal);
  }

  MeshMachine machine() {
    return machine;
  }

  /** The portal's device. */
  SignedDeviceProfile device() {
    DeviceRegistration made = device == null ? session.createDevice() : device;
    device = made;
    return made.deviceProfile().signed();
  }

  /** The key that administers the portal's profile. */
  PrivateJwk onlineKey() {
    return keys().online();
  }

  /** Signs checkpoints with another key than the portal's log has, under its name. */
  NoteSigner logSigner() {
    NoteSigner made =
        logSigner == null
            ? new NoteSigner(
                domain,
                KeyType.ED25519,
                machine.generate(KeySpec.ED25519, "LogKey"),
                machine.stream("sign:Checkpoint"))
            : logSigner;
    logSigner = made;
    return made;
  }

  private Keys keys() {
    if (keys != null) {
      return keys;
    }
    Suite suite = dialect.suites().get(0);
    Keys made =
        new Keys(
            machine.generate(suite.signature(), "MasterSignatureKey"),
            machine.generate(suite.encryption(), "MasterEscrowKey"),
            machine.generate(suite.signature(), "OnlineSignatureKey"));
    keys = made;
    return made;
  }

  /** The portal's profile. */
  SignedPersonalProfile profile() {
    SignedPersonalProfile made = profile == null ? firstVersion() : profile;
    profile = made;
    return made;
  }

  /** Puts another device into the portal's profile. */
  SignedPersonalProfile takeIn(SignedDeviceProfile other) {
    SignedPersonalProfile before = profile();
    PersonalProfile content =
        dialect.json().read(before.signedData().payload(), PersonalProfile.class);
    if (content.devices().contains(other)) {
      return before;
    }
    SignedPersonalProfile next =
        ProfileSigner.successor(
            content.withDevice(other, dialect.after(content.updated())),
            before,
            List.of(onlineKey()),
            machine.stream("sign:PersonalProfile"));
    profile = next;
    return next;
  }

  private SignedPersonalProfile firstVersion() {
    Instant now = dialect.cut(machine.world().now());
    PublicKey masterKey = PublicKey.of(dialect, keys().master().publicJwk());
    Administrators administrators =
        new Administrators(
            List.of(
                Administrator.on(
                    device().identifier(), PublicKey.of(dialect, onlineKey().publicJwk()))));
    MasterProfile master =
        new MasterProfile(
            masterKey.udf(),
            now,
            masterKey,
            List.of(PublicKey.of(dialect, keys().escrow().publicJwk())),
            administrators.keys());
    return ProfileSigner.personal(
        new PersonalProfile(
            masterKey.udf(),
            now,
            ProfileSigner.master(
                master, administrators, keys().master(), machine.stream("sign:MasterProfile")),
            List.of(device()),
            List.of()),
        List.of(onlineKey()),
        machine.stream("sign:PersonalProfile"));
  }

  /** The portal's request to be connected to a profile. */
  SignedConnectionRequest request(Udf parent) {
    return requests.computeIfAbsent(
        parent,
        key ->
            ProfileSigner.request(
                new ConnectionRequest(parent, device()),
                RequestSalt.fresh(
                    machine.stream("connect:salt"), dialect.cut(machine.world().now())),
                machine.privateKey(device().identifier()),
                machine.stream("sign:ConnectionRequest")));
  }

  /** An escrow entry of the portal's keys, under the identifier of its secret. */
  OfflineEscrowEntry escrow() {
    return escrow(secretName());
  }

  /** An escrow entry of the portal's keys under any identifier. */
  OfflineEscrowEntry escrow(Udf identifier) {
    return entries.computeIfAbsent(identifier, this::sealed);
  }

  private Udf secretName() {
    try (Secret secret = Secret.random(SECRET_BITS, machine.stream("escrow:name"))) {
      return secret.identifier(dialect.udfFormat());
    }
  }

  private OfflineEscrowEntry sealed(Udf identifier) {
    try (Secret secret = Secret.random(SECRET_BITS, machine.stream("escrow:secret"));
        SecretBytes octets = secret.bytes()) {
      return EscrowSeal.seal(
          new EscrowedKeySet(keys().master(), List.of(keys().escrow())),
          identifier,
          octets,
          machine.stream("escrow:seal"));
    }
  }
}
