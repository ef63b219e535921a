package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.AT;
import static dev.meshsim.profile.trust.TrustScene.add;
import static dev.meshsim.profile.trust.TrustScene.key;
import static dev.meshsim.profile.trust.TrustScene.publicKey;
import static dev.meshsim.profile.trust.TrustScene.random;
import static dev.meshsim.profile.trust.TrustScene.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.ProfileException.Code;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One test for each check of a connection request or result: without it the test fails. */
class ConnectionTrustTest {

  private static final PrivateJwk STRANGER = key("stranger", KeySpec.ED25519);

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();
  private final ProfileVerifier of2017 = new ProfileVerifier(Dialect.PORTAL_2017);
  private final Udf device = scene.device.identifier();
  private final ConnectionRequest request = requestOf(scene.signedDevice);
  private final RequestSalt salt = RequestSalt.fresh(random(), AT);
  private final SignedConnectionRequest asked =
      ProfileSigner.request(request, salt, scene.deviceKey, random());
  private final SignedConnectionResult rejected =
      ProfileSigner.result(
          resultFor(scene.signedDevice), SignedDigest.of(asked), scene.onlineKey, random());

  @Test
  void aRequestIsBelievedByTheDeviceInIt() {
    VerifiedRequest believed = verifier.request(asked);
    assertEquals(request, believed.request());
    assertEquals(scene.device, believed.device());
    assertEquals(salt, believed.requireSalt());
    assertEquals(2, verifier.signaturesVerified());
  }

  @Test
  void aRequestUnderAnotherIdentifierIsRefused() {
    refused(
        Code.BAD_CONTENT,
        () ->
            verifier.request(
                new SignedConnectionRequest(publicKey(STRANGER).udf(), asked.signedData())));
  }

  @Test
  void aRequestThatAnotherKeySignedIsRefused() {
    refused(
        Code.BAD_CHAIN,
        () -> verifier.request(new SignedConnectionRequest(device, sign(request, STRANGER))));
  }

  @Test
  void aRequestWithAnAlteredContentIsRefused() {
    JsonWebSignature altered = altered(requestTo(publicKey(STRANGER).udf()), asked.signedData());
    refused(
        Code.BAD_SIGNATURE, () -> verifier.request(new SignedConnectionRequest(device, altered)));
  }

  @Test
  void aRequestSignedTwiceIsRefused() {
    JsonWebSignature twice = add(asked.signedData(), STRANGER);
    refused(Code.LIMIT, () -> verifier.request(new SignedConnectionRequest(device, twice)));
  }

  @Test
  void aRequestOfADeviceThatDidNotSignItsProfileIsRefused() {
    SignedDeviceProfile forged = new SignedDeviceProfile(device, sign(scene.device, STRANGER));
    refused(
        Code.BAD_CHAIN,
        () ->
            verifier.request(
                ProfileSigner.request(requestOf(forged), salt, scene.deviceKey, random())));
  }

  @Test
  void aResultIsBelievedByAnOnlineKeyOfTheProfile() {
    assertEquals(ConnectionStatus.REJECTED, verifier.result(rejected, scene.master).result());
    assertEquals(1, verifier.signaturesVerified());
  }

  @Test
  void aResultUnderAnotherIdentifierIsRefused() {
    refused(
        Code.BAD_CONTENT,
        () ->
            verifier.result(
                new SignedConnectionResult(publicKey(STRANGER).udf(), rejected.signedData()),
                scene.master));
  }

  @Test
  void aResultThatNoOnlineKeySignedIsRefused() {
    ConnectionResult result = resultFor(scene.signedDevice);
    for (PrivateJwk key : new PrivateJwk[] {STRANGER, scene.masterKey, scene.deviceKey}) {
      refused(
          Code.BAD_CHAIN,
          () ->
              verifier.result(new SignedConnectionResult(device, sign(result, key)), scene.master));
    }
  }

  @Test
  void aResultWithAnAlteredContentIsRefused() {
    ConnectionResult other =
        new ConnectionResult(
            publicKey(STRANGER).udf(), scene.signedDevice, ConnectionStatus.REJECTED, null);
    JsonWebSignature altered = altered(other, rejected.signedData());
    refused(
        Code.BAD_SIGNATURE,
        () -> verifier.result(new SignedConnectionResult(device, altered), scene.master));
  }

  @Test
  void aResultSignedTwiceIsRefused() {
    JsonWebSignature twice = add(rejected.signedData(), STRANGER);
    refused(
        Code.LIMIT, () -> verifier.result(new SignedConnectionResult(device, twice), scene.master));
  }

  @Test
  void requestsAndResultsOfAnotherDialectAreRefusedUnread() {
    refused(Code.BAD_CONTENT, () -> of2017.request(asked));
    refused(Code.BAD_CONTENT, () -> of2017.result(rejected, scene.master));
    assertEquals(VerificationWork.NONE, of2017.work());
  }

  @Test
  void aRequestIsNamedByTheDigestOfItsSignedForm() {
    VerifiedRequest believed = verifier.request(asked);
    assertEquals(SignedDigest.of(asked), believed.digest());
    assertEquals(Optional.of(believed.digest()), AnsweredRequest.of(rejected));
  }

  @Test
  void aRequestWithoutASaltHasNoCode() {
    VerifiedRequest bare =
        verifier.request(new SignedConnectionRequest(device, sign(request, scene.deviceKey)));
    refused(Code.BAD_CONTENT, bare::requireSalt);
    refused(Code.BAD_CONTENT, () -> ConnectionAuthenticator.of(bare, scene.signedMaster));
  }

  @Test
  void theCodeOfARequestIsOfItsDeviceProfileMasterProfileAndSalt() {
    Udf code = ConnectionAuthenticator.of(verifier.request(asked), scene.signedMaster);
    assertEquals(
        ConnectionAuthenticator.of(
            device, scene.master.identifier(), SignedDigest.of(scene.signedMaster), salt.salt()),
        code);
    assertEquals(
        ConnectionAuthenticator.letters(Dialect.MESH),
        ConnectionAuthenticator.lettersOf(code.text()).length());
  }

  @Test
  void theCodeOfTheOldDialectIsOfThePair() {
    PrivateJwk first = key("rsa", KeySpec.RSA_2048_SIGN);
    PrivateJwk second = key("rsa2", KeySpec.RSA_2048_SIGN);
    Udf one = TrustScene.foreign(first).udf();
    Udf two = TrustScene.foreign(second).udf();
    Udf code = ConnectionAuthenticator.ofPair(one, two);
    assertEquals(
        ConnectionAuthenticator.letters(Dialect.PORTAL_2017),
        ConnectionAuthenticator.lettersOf(code.text()).length());
    assertNotEquals(code, ConnectionAuthenticator.ofPair(two, one));
  }

  private ConnectionRequest requestOf(SignedDeviceProfile asking) {
    return new ConnectionRequest(scene.master.identifier(), asking);
  }

  private ConnectionRequest requestTo(Udf profile) {
    return new ConnectionRequest(profile, scene.signedDevice);
  }

  private ConnectionResult resultFor(SignedDeviceProfile asking) {
    return new ConnectionResult(scene.master.identifier(), asking, ConnectionStatus.REJECTED, null);
  }

  /** Another content under the signatures of {@code signed}. */
  private static JsonWebSignature altered(Object content, JsonWebSignature signed) {
    return new JsonWebSignature(Dialect.MESH.json().write(content), signed.signatures());
  }

  private static void refused(Code code, Executable act) {
    assertEquals(code, assertThrows(ProfileException.class, act).errorCode());
  }
}
