package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.add;
import static dev.meshsim.profile.trust.TrustScene.foreign;
import static dev.meshsim.profile.trust.TrustScene.key;
import static dev.meshsim.profile.trust.TrustScene.publicKey;
import static dev.meshsim.profile.trust.TrustScene.random;
import static dev.meshsim.profile.trust.TrustScene.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.ProfileException.Code;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One test for each check of a device, master or personal profile: without it the test fails. */
class ProfileVerifierTest {

  private static final PrivateJwk STRANGER = key("stranger", KeySpec.ED25519);
  private static final PrivateJwk RSA = key("rsa", KeySpec.RSA_2048_SIGN);

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();

  private static void refused(Code code, Executable act) {
    assertEquals(code, assertThrows(ProfileException.class, act).errorCode());
  }

  @Test
  void aDeviceIsBelievedByItsOwnSignature() {
    assertEquals(scene.device, verifier.device(scene.signedDevice));
    assertEquals(1, verifier.signaturesVerified());
  }

  @Test
  void aDeviceUnderAnotherIdentifierIsRefused() {
    SignedDeviceProfile signed =
        new SignedDeviceProfile(publicKey(STRANGER).udf(), scene.signedDevice.signedData());
    refused(Code.BAD_CONTENT, () -> verifier.device(signed));
  }

  @Test
  void aDeviceSignedByAnotherKeyIsRefused() {
    SignedDeviceProfile signed =
        new SignedDeviceProfile(scene.device.identifier(), sign(scene.device, STRANGER));
    refused(Code.BAD_CHAIN, () -> verifier.device(signed));
  }

  @Test
  void aDeviceSignedTwiceIsRefused() {
    JsonWebSignature twice = add(scene.signedDevice.signedData(), STRANGER);
    assertThrows(
        MeshException.class,
        () -> verifier.device(new SignedDeviceProfile(scene.device.identifier(), twice)));
    assertEquals(0, verifier.signaturesVerified());
  }

  @Test
  void aDeviceWithAnAlteredSignatureIsRefused() {
    DeviceProfile other =
        new DeviceProfile(
            scene.device.identifier(),
            List.of("other"),
            TrustScene.AT,
            "Unknown",
            scene.device.deviceSignatureKey(),
            scene.device.deviceAuthenticationKey(),
            scene.device.deviceEncryptionKey());
    JsonWebSignature mixed =
        new JsonWebSignature(
            Dialect.MESH.json().write(other), scene.signedDevice.signedData().signatures());
    refused(
        Code.BAD_SIGNATURE,
        () -> verifier.device(new SignedDeviceProfile(other.identifier(), mixed)));
  }

  @Test
  void aDeviceWhoseAuthenticationKeyIsNamedInAnotherDialectIsRefused() {
    DeviceProfile mixed = scene.device(scene.deviceKey, foreign(RSA));
    refused(
        Code.BAD_CONTENT,
        () -> verifier.device(ProfileSigner.device(mixed, scene.deviceKey, random())));
  }

  @Test
  void aDeviceWhoseEncryptionKeyIsNamedInAnotherDialectIsRefused() {
    PrivateJwk encryption = key("rsa", KeySpec.RSA_2048_OAEP);
    DeviceProfile mixed =
        scene.device(scene.deviceKey, publicKey(scene.authenticationKey), foreign(encryption));
    refused(
        Code.BAD_CONTENT,
        () -> verifier.device(ProfileSigner.device(mixed, scene.deviceKey, random())));
  }

  @Test
  void aDeviceOfAnotherDialectIsRefused() {
    ProfileVerifier of2017 = new ProfileVerifier(Dialect.PORTAL_2017);
    refused(Code.BAD_CONTENT, () -> of2017.device(scene.signedDevice));
  }

  @Test
  void aMasterProfileIsBelievedByItsOwnSignature() {
    assertEquals(scene.master, verifier.master(scene.signedMaster));
    assertEquals(1, verifier.signaturesVerified());
  }

  @Test
  void aMasterProfileUnderAnotherIdentifierIsRefused() {
    SignedMasterProfile signed =
        new SignedMasterProfile(publicKey(STRANGER).udf(), scene.signedMaster.signedData());
    refused(Code.BAD_CONTENT, () -> verifier.master(signed));
  }

  @Test
  void aMasterProfileSignedByAnotherKeyIsRefused() {
    SignedMasterProfile signed =
        new SignedMasterProfile(scene.master.identifier(), sign(scene.master, STRANGER));
    refused(Code.BAD_CHAIN, () -> verifier.master(signed));
  }

  @Test
  void aMasterProfileWhoseOnlineKeyIsNamedInAnotherDialectIsRefused() {
    MasterProfile mixed =
        scene.master(
            List.of(publicKey(scene.escrowKey)), List.of(publicKey(scene.onlineKey), foreign(RSA)));
    refused(
        Code.BAD_CONTENT,
        () -> verifier.master(ProfileSigner.master(mixed, scene.masterKey, random())));
  }

  @Test
  void aMasterProfileWhoseEscrowKeyIsNamedInAnotherDialectIsRefused() {
    PrivateJwk escrow = key("rsa", KeySpec.RSA_2048_OAEP);
    MasterProfile mixed =
        scene.master(List.of(foreign(escrow)), List.of(publicKey(scene.onlineKey)));
    refused(
        Code.BAD_CONTENT,
        () -> verifier.master(ProfileSigner.master(mixed, scene.masterKey, random())));
  }

  @Test
  void aPersonalProfileIsBelievedByAnOnlineKeyTheMasterKeyOrBoth() {
    for (List<PrivateJwk> signers :
        List.of(
            List.of(scene.onlineKey),
            List.of(scene.masterKey),
            List.of(scene.onlineKey, scene.masterKey))) {
      VerifiedPersonalProfile believed =
          verifier.personal(ProfileSigner.personal(scene.personal(), signers, random()));
      assertEquals(signers.size(), believed.signers().size());
      assertEquals(Set.of(scene.device.identifier()), believed.devices().keySet());
      assertTrue(believed.administeredBy(publicKey(scene.onlineKey).udf()));
      assertFalse(believed.administeredBy(scene.master.identifier()));
    }
  }

  @Test
  void aPersonalProfileSignedByADeviceIsRefused() {
    SignedPersonalProfile signed =
        ProfileSigner.personal(scene.personal(), List.of(scene.deviceKey), random());
    refused(Code.BAD_CHAIN, () -> verifier.personal(signed));
  }

  @Test
  void aPersonalProfileWithOneSignatureOfAStrangerIsRefused() {
    SignedPersonalProfile signed =
        ProfileSigner.personal(scene.personal(), List.of(scene.onlineKey, STRANGER), random());
    refused(Code.BAD_CHAIN, () -> verifier.personal(signed));
  }

  @Test
  void aPersonalProfileUnderAnotherIdentifierIsRefused() {
    SignedPersonalProfile signed =
        new SignedPersonalProfile(publicKey(STRANGER).udf(), scene.signedPersonal().signedData());
    refused(Code.BAD_CONTENT, () -> verifier.personal(signed));
  }

  @Test
  void aPersonalProfileWithAForgedDeviceIsRefused() {
    SignedDeviceProfile forged =
        new SignedDeviceProfile(scene.device.identifier(), sign(scene.device, STRANGER));
    PersonalProfile profile =
        new PersonalProfile(
            scene.master.identifier(),
            TrustScene.AT,
            scene.signedMaster,
            List.of(forged),
            List.of());
    refused(
        Code.BAD_CHAIN,
        () ->
            verifier.personal(ProfileSigner.personal(profile, List.of(scene.onlineKey), random())));
  }

  @Test
  void aPersonalProfileWithAForgedMasterProfileIsRefused() {
    SignedMasterProfile forged =
        new SignedMasterProfile(scene.master.identifier(), sign(scene.master, STRANGER));
    PersonalProfile profile = scene.personal().withMaster(forged, TrustScene.AT);
    refused(
        Code.BAD_CHAIN,
        () ->
            verifier.personal(ProfileSigner.personal(profile, List.of(scene.onlineKey), random())));
  }
}
