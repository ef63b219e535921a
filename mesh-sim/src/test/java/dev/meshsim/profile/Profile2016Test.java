package dev.meshsim.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.LocalDevice;
import dev.meshsim.session.MeshSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The signers of profiles in the form of 2016; signatures are made with the JDK's own classes. */
class Profile2016Test {

  // RSA keys are slow to make, and no test changes these: all tests share them.
  private static final SeededWorld WORLD = World.seeded(2016);
  private static final MeshMachineCached MACHINE = new MeshMachineCached(WORLD, "d");
  private static final MeshSession SESSION =
      new MeshSession(
          MACHINE,
          MeshPortalDirect.open(
              WORLD, "example.com", Dialect.PORTAL_2017, new MemoryPortalStore()));
  private static final LocalDevice DEVICE = SESSION.createDevice().deviceProfile();
  private static final LocalDevice OTHER = SESSION.createDevice().deviceProfile();
  private static final SignedPersonalProfile MADE =
      SESSION
          .createAccount("alice@example.com", new dev.meshsim.session.PersonalProfile(DEVICE))
          .personalProfile()
          .signed();
  private static final PersonalProfile PROFILE =
      Dialect.PORTAL_2017.json().read(MADE.signedData().payload(), PersonalProfile.class);
  private final ProfileVerifier verifier = new ProfileVerifier(Dialect.PORTAL_2017);

  @Test
  void aDeviceSignsAProfileWhoseMasterProfileIsOf2016Too() throws Exception {
    VerifiedPersonalProfile believed = verifier.personal(signedByDevice(withOldMaster()));
    assertEquals(List.of(DEVICE.udf()), List.copyOf(believed.signers()));
  }

  @Test
  void aDeviceSignsTheNextVersionOfAProfileThatIsKnownInTheFormOf2016() throws Exception {
    PersonalProfile old = withOldMaster();
    VerifiedPersonalProfile known = verifier.personal(signedByDevice(old));
    PersonalProfile next = old.withMaster(old.signedMasterProfile(), old.updated().plusSeconds(1));
    VerifiedPersonalProfile believed = verifier.personal(signedByDevice(next), Optional.of(known));
    assertEquals(next.updated(), believed.profile().updated());
  }

  @Test
  void aDeviceCannotTakeOverAProfileThatIsNoLongerOf2016() throws Exception {
    PersonalProfile old = withOldMaster();
    SignedPersonalProfile later =
        ProfileSigner.personal(old, List.of(masterKey()), MACHINE.stream("test"));
    VerifiedPersonalProfile known = verifier.personal(later);
    SignedPersonalProfile forged = signedByDevice(old);
    refused(() -> verifier.personal(forged, Optional.of(known)));
  }

  @Test
  void aDeviceDoesNotSignInTheLaterForm() throws Exception {
    SignedPersonalProfile later =
        ProfileSigner.personal(
            withOldMaster(), List.of(MACHINE.privateKey(DEVICE.udf())), MACHINE.stream("test"));
    refused(() -> verifier.personal(later));
  }

  @Test
  void aDeviceThatTheProfileDoesNotHaveSignsNothing() throws Exception {
    SignedPersonalProfile strange = signedBy(OTHER, withOldMaster());
    refused(() -> verifier.personal(strange));
  }

  @Test
  void aDeviceCannotTakeOverAProfileThatWasNeverOf2016() throws Exception {
    SignedPersonalProfile forged = signedByDevice(PROFILE);
    refused(() -> verifier.personal(forged));
  }

  private static void refused(Executable act) {
    ProfileException refused = assertThrows(ProfileException.class, act);
    assertEquals(ProfileException.Code.BAD_CHAIN, refused.errorCode());
  }

  private PersonalProfile withOldMaster() throws Exception {
    JsonWebSignature old =
        flattened(PROFILE.signedMasterProfile().signedData().payload(), PROFILE.identifier());
    return PROFILE.withMaster(
        new SignedMasterProfile(PROFILE.identifier(), old), PROFILE.updated());
  }

  private PrivateJwk masterKey() {
    return MACHINE.privateKey(PROFILE.identifier());
  }

  private SignedPersonalProfile signedByDevice(PersonalProfile content) throws Exception {
    return signedBy(DEVICE, content);
  }

  private SignedPersonalProfile signedBy(LocalDevice signer, PersonalProfile content)
      throws Exception {
    Bytes payload = Dialect.PORTAL_2017.json().write(content);
    return new SignedPersonalProfile(content.identifier(), flattened(payload, signer.udf()));
  }

  private JsonWebSignature flattened(Bytes payload, Udf kid) throws Exception {
    PrivateKey key =
        java.security.KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(MACHINE.privateKey(kid).pkcs8().expose()));
    Signature signature = Signature.getInstance("SHA512withRSA");
    signature.initSign(key);
    signature.update(payload.toArray());
    Bytes header = Bytes.utf8("{\"alg\":\"RS512\",\"kid\":\"" + kid + "\"}");
    return new JsonWebSignature(
        payload, List.of(new JsonWebSignature.Signature(header, null, Bytes.of(signature.sign()))));
  }
}
