package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.add;
import static dev.meshsim.profile.trust.TrustScene.key;
import static dev.meshsim.profile.trust.TrustScene.publicKey;
import static dev.meshsim.profile.trust.TrustScene.random;
import static dev.meshsim.profile.trust.TrustScene.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.ProfileException.Code;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One test for each check of an application profile: without it the test fails. */
class ApplicationTrustTest {

  private static final PrivateJwk STRANGER = key("stranger", KeySpec.ED25519);

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();
  private final Udf device = scene.device.identifier();
  private final VerifiedPersonalProfile owner = owner("NotesProfile", List.of(device));
  private final SignedApplicationProfile signed =
      new SignedApplicationProfile(scene.application, sign(content("2019"), scene.deviceKey));

  @Test
  void anApplicationIsBelievedByAnAdministrationDeviceInItsEntry() {
    assertEquals(scene.application, verifier.application(signed, owner).identifier());
    verifier.applicationSigner(signed, "NotesProfile", owner);
    assertEquals(2, verifier.signaturesVerified());
  }

  @Test
  void anApplicationUnderAnotherIdentifierIsRefused() {
    Udf other = publicKey(STRANGER).udf();
    VerifiedPersonalProfile listed =
        owner(new ApplicationProfileEntry(other, "NotesProfile", null, List.of(device), List.of()));
    SignedApplicationProfile moved = new SignedApplicationProfile(other, signed.signedData());
    refused(Code.BAD_CONTENT, () -> verifier.application(moved, listed));
  }

  @Test
  void anApplicationOfAnotherTypeThanItsEntryIsRefused() {
    VerifiedPersonalProfile other = owner("MailProfile", List.of(device));
    refused(Code.BAD_CONTENT, () -> verifier.application(signed, other));
  }

  @Test
  void anApplicationWithoutAnEntryIsRefused() {
    PersonalProfile bare = scene.personal();
    VerifiedPersonalProfile none =
        verified(
            new PersonalProfile(
                bare.identifier(),
                bare.updated(),
                bare.signedMasterProfile(),
                bare.devices(),
                List.of()));
    refused(Code.BAD_CHAIN, () -> verifier.application(signed, none));
  }

  @Test
  void anApplicationOfADeviceThatItsEntryDoesNotListIsRefused() {
    VerifiedPersonalProfile other = owner("NotesProfile", List.of(publicKey(STRANGER).udf()));
    refused(Code.BAD_CHAIN, () -> verifier.application(signed, other));
  }

  @Test
  void anApplicationOfAListedDeviceThatTheProfileDoesNotHaveIsRefused() {
    VerifiedPersonalProfile other = owner("NotesProfile", List.of(publicKey(STRANGER).udf()));
    SignedApplicationProfile strange =
        new SignedApplicationProfile(scene.application, sign(content("2019"), STRANGER));
    refused(Code.BAD_CHAIN, () -> verifier.application(strange, other));
  }

  @Test
  void anApplicationWithAnAlteredContentIsRefused() {
    SignedApplicationProfile altered =
        new SignedApplicationProfile(
            scene.application,
            new JsonWebSignature(content("2020"), signed.signedData().signatures()));
    refused(Code.BAD_SIGNATURE, () -> verifier.application(altered, owner));
    refused(Code.BAD_SIGNATURE, () -> verifier.applicationSigner(altered, "NotesProfile", owner));
  }

  @Test
  void anApplicationSignedTwiceIsRefused() {
    SignedApplicationProfile twice =
        new SignedApplicationProfile(scene.application, add(signed.signedData(), STRANGER));
    refused(Code.LIMIT, () -> verifier.application(twice, owner));
    assertEquals(0, verifier.signaturesVerified());
  }

  @Test
  void anApplicationOfAnotherDialectIsRefusedUnread() {
    ProfileVerifier of2017 = new ProfileVerifier(Dialect.PORTAL_2017);
    refused(Code.BAD_CONTENT, () -> of2017.application(signed, owner));
    refused(Code.BAD_CONTENT, () -> of2017.applicationSigner(signed, "NotesProfile", owner));
    assertEquals(VerificationWork.NONE, of2017.work());
  }

  private Bytes content(String year) {
    return Bytes.utf8(
        "{\"NotesProfile\":{\"Identifier\":\""
            + scene.application
            + "\",\"Updated\":\""
            + year
            + "-04-04T00:00:00Z\"}}");
  }

  private VerifiedPersonalProfile owner(String type, List<Udf> administrators) {
    return owner(
        new ApplicationProfileEntry(scene.application, type, null, administrators, List.of()));
  }

  private VerifiedPersonalProfile owner(ApplicationProfileEntry entry) {
    return verified(scene.personal().withApplication(entry, TrustScene.AT));
  }

  private VerifiedPersonalProfile verified(PersonalProfile profile) {
    return new ProfileVerifier()
        .personal(ProfileSigner.personal(profile, List.of(scene.onlineKey), random()));
  }

  private static void refused(Code code, Executable act) {
    assertEquals(code, assertThrows(ProfileException.class, act).errorCode());
  }
}
