package dev.meshsim.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
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
import org.junit.jupiter.api.Test;

/** The signers of profiles in the form of 2016; signatures are made with the JDK's own classes. */
class Profile2016Test {

  private final SeededWorld world = World.seeded(2016);
  private final MeshMachineCached machine = new MeshMachineCached(world, "d");
  private final MeshSession session =
      new MeshSession(
          machine,
          MeshPortalDirect.open(
              world, "example.com", Dialect.PORTAL_2017, new MemoryPortalStore()));
  private final LocalDevice device = session.createDevice().deviceProfile();
  private final SignedPersonalProfile made =
      session
          .createAccount("alice@example.com", new dev.meshsim.session.PersonalProfile(device))
          .personalProfile()
          .signed();
  private final PersonalProfile profile =
      Dialect.PORTAL_2017.json().read(made.signedData().payload(), PersonalProfile.class);
  private final ProfileVerifier verifier = new ProfileVerifier(Dialect.PORTAL_2017);

  @Test
  void aDeviceSignsAProfileWhoseMasterProfileIsOf2016Too() throws Exception {
    JsonWebSignature old =
        flattened(profile.signedMasterProfile().signedData().payload(), profile.identifier());
    PersonalProfile rebuilt =
        profile.withMaster(new SignedMasterProfile(profile.identifier(), old), profile.updated());
    VerifiedPersonalProfile believed = verifier.personal(signedByDevice(rebuilt));
    assertEquals(List.of(device.udf()), List.copyOf(believed.signers()));
  }

  @Test
  void aDeviceCannotTakeOverAProfileThatWasNeverOf2016() throws Exception {
    SignedPersonalProfile forged = signedByDevice(profile);
    ProfileException refused =
        assertThrows(ProfileException.class, () -> verifier.personal(forged));
    assertEquals(ProfileException.Code.BAD_CHAIN, refused.errorCode());
  }

  private SignedPersonalProfile signedByDevice(PersonalProfile content) throws Exception {
    Bytes payload = Dialect.PORTAL_2017.json().write(content);
    return new SignedPersonalProfile(content.identifier(), flattened(payload, device.udf()));
  }

  private JsonWebSignature flattened(Bytes payload, Udf kid) throws Exception {
    PrivateKey key =
        java.security.KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(machine.privateKey(kid).pkcs8().expose()));
    Signature signature = Signature.getInstance("SHA512withRSA");
    signature.initSign(key);
    signature.update(payload.toArray());
    Bytes header = Bytes.utf8("{\"alg\":\"RS512\",\"kid\":\"" + kid + "\"}");
    return new JsonWebSignature(
        payload, List.of(new JsonWebSignature.Signature(header, null, Bytes.of(signature.sign()))));
  }
}
