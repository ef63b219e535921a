package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.AT;
import static dev.meshsim.profile.trust.TrustScene.key;
import static dev.meshsim.profile.trust.TrustScene.publicKey;
import static dev.meshsim.profile.trust.TrustScene.random;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.JsonException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.ProfileException.Code;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each limit of signed objects: as many as it says are read, one more is refused. */
class ProfileLimitsTest {

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();

  @Test
  void aPersonalProfileHasOnlySoManySignatures() {
    List<PrivateJwk> keys = onlineKeys(ProfileLimits.SIGNATURES + 1);
    SignedMasterProfile master = withOnlineKeys(keys);
    PersonalProfile profile = scene.personal().withMaster(master, AT);
    List<PrivateJwk> most = keys.subList(0, ProfileLimits.SIGNATURES);
    assertEquals(
        ProfileLimits.SIGNATURES,
        verifier.personal(ProfileSigner.personal(profile, most, random())).signers().size());
    tooMany(() -> verifier.personal(ProfileSigner.personal(profile, keys, random())));
  }

  @Test
  void aKeySignsAPersonalProfileOnce() {
    SignedPersonalProfile twice =
        ProfileSigner.personal(
            scene.personal(), List.of(scene.onlineKey, scene.onlineKey), random());
    tooMany(() -> verifier.personal(twice));
    assertEquals(0, verifier.signaturesVerified());
  }

  @Test
  void aPersonalProfileHasOnlySoManyApplications() {
    verifier.personal(signed(List.of(scene.signedDevice), ProfileLimits.APPLICATIONS));
    tooMany(
        () ->
            verifier.personal(signed(List.of(scene.signedDevice), ProfileLimits.APPLICATIONS + 1)));
  }

  @Test
  void aPersonalProfileHasOnlySoManyDevices() {
    List<SignedDeviceProfile> devices =
        IntStream.rangeClosed(0, ProfileLimits.DEVICES)
            .mapToObj(i -> new SignedDeviceProfile(identifier(i), scene.signedDevice.signedData()))
            .toList();
    tooMany(() -> LimitCheck.parts(profile(devices, 0)));
    LimitCheck.parts(profile(devices.subList(0, ProfileLimits.DEVICES), 0));
  }

  @Test
  void theDevicesAndTheMasterProfileInAProfileHaveOneSignatureEach() {
    PrivateJwk stranger = key("stranger", KeySpec.ED25519);
    SignedDeviceProfile device =
        new SignedDeviceProfile(
            scene.device.identifier(), TrustScene.add(scene.signedDevice.signedData(), stranger));
    SignedMasterProfile master =
        new SignedMasterProfile(
            scene.master.identifier(), TrustScene.add(scene.signedMaster.signedData(), stranger));
    tooMany(() -> verifier.device(device));
    tooMany(() -> verifier.master(master));
    assertEquals(VerificationWork.NONE, verifier.work());
    tooMany(() -> verifier.personal(signed(List.of(device), 0)));
    PersonalProfile profile = scene.personal().withMaster(master, AT);
    tooMany(
        () ->
            verifier.personal(ProfileSigner.personal(profile, List.of(scene.onlineKey), random())));
    assertEquals(0, verifier.signaturesVerified());
  }

  @Test
  void aMasterProfileHasOnlySoManyKeysOfAKind() {
    PublicKey online = publicKey(scene.onlineKey);
    PublicKey escrow = publicKey(scene.escrowKey);
    List<PublicKey> most = Collections.nCopies(ProfileLimits.KEYS, online);
    LimitCheck.parts(scene.master(Collections.nCopies(ProfileLimits.KEYS, escrow), most));
    List<PublicKey> more = Collections.nCopies(ProfileLimits.KEYS + 1, online);
    MasterProfile manyOnline = scene.master(List.of(escrow), more);
    tooMany(() -> verifier.master(ProfileSigner.master(manyOnline, scene.masterKey, random())));
    tooMany(
        () ->
            LimitCheck.parts(
                scene.master(
                    Collections.nCopies(ProfileLimits.KEYS + 1, escrow), List.of(online))));
  }

  @Test
  void aProtectedHeaderHasOnlySoManyOctets() {
    LimitCheck.signatures(withHeader(ProfileLimits.HEADER_OCTETS), 1);
    tooMany(() -> LimitCheck.signatures(withHeader(ProfileLimits.HEADER_OCTETS + 1), 1));
  }

  @Test
  void aDeviceOrMasterProfileHasOnlySoManyParts() {
    for (int parts : new int[] {ProfileLimits.KEYS_PARTS, 2 * ProfileLimits.KEYS_PARTS}) {
      Bytes many = parts(parts);
      Udf device = scene.device.identifier();
      SignedDeviceProfile ofDevice =
          new SignedDeviceProfile(device, TrustScene.sign(many, scene.deviceKey));
      SignedMasterProfile ofMaster =
          new SignedMasterProfile(
              scene.master.identifier(), TrustScene.sign(many, scene.masterKey));
      boolean refused = parts > ProfileLimits.KEYS_PARTS;
      assertEquals(refused, isOverLimit(() -> verifier.device(ofDevice)));
      assertEquals(refused, isOverLimit(() -> verifier.master(ofMaster)));
    }
  }

  @Test
  void anyOtherSignedObjectHasMoreParts() {
    Udf device = scene.device.identifier();
    for (int parts : new int[] {2 * ProfileLimits.KEYS_PARTS, 2 * ProfileLimits.PAYLOAD_PARTS}) {
      SignedConnectionRequest request =
          new SignedConnectionRequest(device, TrustScene.sign(parts(parts), scene.deviceKey));
      assertEquals(
          parts > ProfileLimits.PAYLOAD_PARTS, isOverLimit(() -> verifier.request(request)));
    }
  }

  /** A JSON array of about so many elements, which no object is read from. */
  private static Bytes parts(int count) {
    return Bytes.utf8("[" + "0,".repeat(count - 2) + "0]");
  }

  private static boolean isOverLimit(Executable act) {
    return assertThrows(JsonException.class, act).errorCode() == JsonException.Code.LIMIT;
  }

  private SignedDeviceProfile withHeader(int octets) {
    JsonWebSignature signed = scene.signedDevice.signedData();
    JsonWebSignature.Signature signature =
        new JsonWebSignature.Signature(
            Bytes.utf8(" ".repeat(octets)), null, signed.signatures().get(0).signature());
    DeviceProfile device = scene.device;
    return new SignedDeviceProfile(
        device.identifier(), new JsonWebSignature(signed.payload(), List.of(signature)));
  }

  private static List<PrivateJwk> onlineKeys(int count) {
    return IntStream.range(0, count).mapToObj(i -> key("online" + i, KeySpec.ED25519)).toList();
  }

  private SignedMasterProfile withOnlineKeys(List<PrivateJwk> keys) {
    MasterProfile master =
        scene.master(
            List.of(publicKey(scene.escrowKey)), keys.stream().map(TrustScene::publicKey).toList());
    return ProfileSigner.master(master, scene.masterKey, random());
  }

  private SignedPersonalProfile signed(List<SignedDeviceProfile> devices, int applications) {
    return ProfileSigner.personal(
        profile(devices, applications), List.of(scene.onlineKey), random());
  }

  private PersonalProfile profile(List<SignedDeviceProfile> devices, int applications) {
    List<ApplicationProfileEntry> entries = new ArrayList<>();
    for (int i = 0; i < applications; i++) {
      entries.add(
          new ApplicationProfileEntry(identifier(i), "SSHProfile", null, List.of(), List.of()));
    }
    return new PersonalProfile(scene.master.identifier(), AT, scene.signedMaster, devices, entries);
  }

  private static Udf identifier(int number) {
    return Udf.random(Dialect.MESH.udfFormat(), World.seeded(number).stream("alice", "identifier"));
  }

  private static void tooMany(Executable act) {
    assertEquals(Code.LIMIT, assertThrows(ProfileException.class, act).errorCode());
  }
}
