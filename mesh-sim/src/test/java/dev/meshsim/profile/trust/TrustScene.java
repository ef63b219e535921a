package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The keys and profiles of one person, of which a test alters one thing. */
final class TrustScene {

  static final Instant AT = Instant.parse("2019-04-04T00:00:00Z");

  private static final World WORLD = World.seeded(31);

  final PrivateJwk masterKey = key("master", KeySpec.ED25519);
  final PrivateJwk escrowKey = key("escrow", KeySpec.X25519);
  final PrivateJwk onlineKey = key("online", KeySpec.ED25519);
  final PrivateJwk deviceKey = key("device", KeySpec.ED25519);
  final PrivateJwk authenticationKey = key("authentication", KeySpec.ED25519);
  final PrivateJwk encryptionKey = key("encryption", KeySpec.X25519);

  final DeviceProfile device = device(deviceKey, publicKey(authenticationKey));
  final SignedDeviceProfile signedDevice = ProfileSigner.device(device, deviceKey, random());
  final MasterProfile master = master(List.of(publicKey(escrowKey)), List.of(publicKey(onlineKey)));
  final SignedMasterProfile signedMaster = ProfileSigner.master(master, masterKey, random());
  final Udf application =
      Udf.random(Dialect.MESH.udfFormat(), WORLD.stream("alice", "application"));

  /** A key that is equal in every scene. */
  static PrivateJwk key(String name, KeySpec spec) {
    return PrivateJwk.generate(spec, WORLD.stream("alice", name));
  }

  static RandomStream random() {
    return World.seeded(32).stream("alice", "signatures");
  }

  static PublicKey publicKey(PrivateJwk key) {
    return PublicKey.of(Dialect.MESH, key.publicJwk());
  }

  /** The fingerprint that the other dialect gives a key. */
  static PublicKey foreign(PrivateJwk key) {
    return PublicKey.of(Dialect.PORTAL_2017, key.publicJwk());
  }

  DeviceProfile device(PrivateJwk signatureKey, PublicKey authentication) {
    return device(signatureKey, authentication, publicKey(encryptionKey));
  }

  DeviceProfile device(PrivateJwk signatureKey, PublicKey authentication, PublicKey encryption) {
    PublicKey signature = publicKey(signatureKey);
    return new DeviceProfile(
        signature.udf(), List.of("d"), AT, "Unknown", signature, authentication, encryption);
  }

  MasterProfile master(List<PublicKey> escrow, List<PublicKey> online) {
    PublicKey signature = publicKey(masterKey);
    return new MasterProfile(signature.udf(), AT, signature, escrow, online);
  }

  /** The profile with its device, and an application that the device administers. */
  PersonalProfile personal() {
    ApplicationProfileEntry entry =
        new ApplicationProfileEntry(
            application, "PasswordProfile", null, List.of(device.identifier()), List.of());
    return new PersonalProfile(
        master.identifier(), AT, signedMaster, List.of(signedDevice), List.of(entry));
  }

  SignedPersonalProfile signedPersonal() {
    return ProfileSigner.personal(personal(), List.of(onlineKey), random());
  }

  /** A good signature of any content by any key. */
  static JsonWebSignature sign(Object content, PrivateJwk key) {
    return sign(Dialect.MESH.json().write(content), key);
  }

  static JsonWebSignature sign(Bytes payload, PrivateJwk key) {
    Udf kid = Dialect.MESH.fingerprint(key.publicJwk());
    return Dialect.MESH.signatures().sign(payload, key, kid, Map.of(), random());
  }

  /** A signature with one more by {@code key}. */
  static JsonWebSignature add(JsonWebSignature signed, PrivateJwk key) {
    Udf kid = Dialect.MESH.fingerprint(key.publicJwk());
    return Dialect.MESH.signatures().add(signed, key, kid, Map.of(), random());
  }
}
