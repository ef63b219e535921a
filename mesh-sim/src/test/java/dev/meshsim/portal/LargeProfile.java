package dev.meshsim.portal;

import dev.meshsim.dialect.Dialect;
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
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A maker of profiles with many keys, devices and signatures. */
final class LargeProfile {

  final RandomStream random;
  final PrivateJwk master;
  final List<PrivateJwk> online = new ArrayList<>();
  final SignedMasterProfile signedMaster;
  private final PublicKey otherKey;
  private final PublicKey encryptionKey;
  private final Instant updated;
  private @Nullable SignedPersonalProfile replaced;

  LargeProfile(SeededWorld world, String name, int keys) {
    this.random = world.stream("large", name);
    this.updated = world.now();
    this.master = signing();
    List<PublicKey> publicOnline = new ArrayList<>();
    List<PublicKey> escrow = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      online.add(signing());
      publicOnline.add(publicKey(online.get(i)));
      escrow.add(publicKey(PrivateJwk.generate(KeySpec.X25519, random)));
    }
    this.otherKey = publicKey(signing());
    this.encryptionKey = publicKey(PrivateJwk.generate(KeySpec.X25519, random));
    PublicKey masterKey = publicKey(master);
    this.signedMaster =
        ProfileSigner.master(
            new MasterProfile(masterKey.udf(), updated, masterKey, escrow, publicOnline),
            master,
            random);
  }

  PrivateJwk signing() {
    return PrivateJwk.generate(KeySpec.ED25519, random);
  }

  static PublicKey publicKey(PrivateJwk key) {
    return PublicKey.of(Dialect.MESH, key.publicJwk());
  }

  /** New devices, which share their two other keys. */
  List<SignedDeviceProfile> devices(int count, String description) {
    List<SignedDeviceProfile> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PrivateJwk key = signing();
      PublicKey own = publicKey(key);
      devices.add(
          ProfileSigner.device(
              new DeviceProfile(
                  own.udf(), List.of(), updated, description, own, otherKey, encryptionKey),
              key,
              random));
    }
    return devices;
  }

  SignedPersonalProfile signed(
      int later,
      List<SignedDeviceProfile> devices,
      List<ApplicationProfileEntry> applications,
      List<PrivateJwk> signers) {
    return sign(
        new PersonalProfile(
            signedMaster.identifier(),
            updated.plusSeconds(later),
            signedMaster,
            devices,
            applications),
        signers);
  }

  /** Makes every later version one that replaces {@code stored}. */
  SignedPersonalProfile replacing(SignedPersonalProfile stored) {
    replaced = stored;
    return stored;
  }

  private SignedPersonalProfile sign(PersonalProfile profile, List<PrivateJwk> signers) {
    return replaced == null
        ? ProfileSigner.personal(profile, signers, random)
        : ProfileSigner.successor(profile, replaced, signers, random);
  }

  /** A profile whose master profile lists a stranger's key too, and is signed with that. */
  SignedPersonalProfile taken(
      PrivateJwk stranger, List<SignedDeviceProfile> devices, List<PrivateJwk> signers) {
    PublicKey masterKey = publicKey(master);
    List<PublicKey> keys = List.of(publicKey(stranger), publicKey(online.get(0)));
    MasterProfile changed =
        new MasterProfile(
            masterKey.udf(), updated.plusSeconds(5), masterKey, List.of(encryptionKey), keys);
    return sign(
        new PersonalProfile(
            masterKey.udf(),
            updated.plusSeconds(9),
            ProfileSigner.master(changed, stranger, random),
            devices,
            List.of()),
        signers);
  }

  /** As many signers as an object may have. */
  List<PrivateJwk> fourSigners() {
    List<PrivateJwk> signers = new ArrayList<>(online.subList(0, 3));
    signers.add(master);
    return signers;
  }

  RequestEnvelope.Signer administrator() {
    return new RequestEnvelope.Signer(publicKey(online.get(0)).udf(), online.get(0), random);
  }
}
