package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.AT;
import static dev.meshsim.profile.trust.TrustScene.key;
import static dev.meshsim.profile.trust.TrustScene.publicKey;
import static dev.meshsim.profile.trust.TrustScene.random;
import static dev.meshsim.profile.trust.TrustScene.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.ProfileException.Code;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cost of verifying a personal profile of which an earlier version is known. */
class ProfileUpdateTest {

  private static final PrivateJwk STRANGER = key("stranger", KeySpec.ED25519);

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();
  private final VerifiedPersonalProfile known =
      new ProfileVerifier().personal(scene.signedPersonal());

  private void believed(int signatures, PersonalProfile next) {
    SignedPersonalProfile signed = ProfileSigner.personal(next, List.of(scene.onlineKey), random());
    VerifiedPersonalProfile believed = verifier.personal(signed, Optional.of(known));
    assertEquals(signatures, verifier.signaturesVerified());
    assertEquals(new ProfileVerifier().personal(signed), believed);
  }

  @Test
  void anEqualMasterProfileAndEqualDevicesAreNotVerifiedAgain() {
    believed(1, scene.personal().withMaster(scene.signedMaster, AT.plusSeconds(1)));
  }

  @Test
  void anotherMasterProfileIsVerified() {
    believed(2, scene.personal().withMaster(laterMaster(scene.onlineKey), AT.plusSeconds(1)));
  }

  @Test
  void aNewDeviceIsVerified() {
    believed(2, scene.personal().withDevice(signedDevice(STRANGER), AT.plusSeconds(1)));
  }

  @Test
  void anotherVersionOfADeviceIsVerified() {
    SignedDeviceProfile forged =
        new SignedDeviceProfile(scene.device.identifier(), sign(scene.device, STRANGER));
    PersonalProfile next =
        new PersonalProfile(known.identifier(), AT, scene.signedMaster, List.of(forged), List.of());
    SignedPersonalProfile signed = ProfileSigner.personal(next, List.of(scene.onlineKey), random());
    ProfileException refused =
        assertThrows(ProfileException.class, () -> verifier.personal(signed, Optional.of(known)));
    assertEquals(Code.BAD_CHAIN, refused.errorCode());
  }

  /** A stranger lists his own key beside a known one, whose signature he cannot make. */
  @Test
  void aSignatureByAKnownKeyIsCheckedBeforeThatOfAStranger() {
    for (PrivateJwk claimed : List.of(scene.onlineKey, scene.masterKey)) {
      PersonalProfile taken =
          scene.personal().withMaster(laterMaster(scene.onlineKey, STRANGER), AT.plusSeconds(1));
      SignedPersonalProfile good =
          ProfileSigner.personal(taken, List.of(STRANGER, claimed), random());
      SignedPersonalProfile forged =
          new SignedPersonalProfile(good.identifier(), withSecondForged(good.signedData()));
      assertEquals(1, checkedBeforeRefusal(forged, Optional.of(known)));
      assertEquals(2, checkedBeforeRefusal(forged, Optional.empty()));
    }
  }

  private static long checkedBeforeRefusal(
      SignedPersonalProfile forged, Optional<VerifiedPersonalProfile> known) {
    ProfileVerifier counting = new ProfileVerifier();
    ProfileException refused =
        assertThrows(ProfileException.class, () -> counting.personal(forged, known));
    assertEquals(Code.BAD_SIGNATURE, refused.errorCode());
    return counting.signaturesVerified();
  }

  private static JsonWebSignature withSecondForged(JsonWebSignature good) {
    List<JsonWebSignature.Signature> signatures = new ArrayList<>(good.signatures());
    byte[] octets = signatures.get(1).signature().toArray();
    octets[0] ^= 1;
    signatures.set(
        1,
        new JsonWebSignature.Signature(
            signatures.get(1).protectedHeader(), null, Bytes.of(octets)));
    return new JsonWebSignature(good.payload(), signatures);
  }

  private SignedMasterProfile laterMaster(PrivateJwk... online) {
    MasterProfile master =
        new MasterProfile(
            scene.master.identifier(),
            AT.plusSeconds(1),
            publicKey(scene.masterKey),
            List.of(publicKey(scene.escrowKey)),
            List.of(online).stream().map(TrustScene::publicKey).toList());
    return ProfileSigner.master(master, scene.masterKey, random());
  }

  private SignedDeviceProfile signedDevice(PrivateJwk signatureKey) {
    return ProfileSigner.device(
        scene.device(signatureKey, publicKey(scene.authenticationKey)), signatureKey, random());
  }
}
