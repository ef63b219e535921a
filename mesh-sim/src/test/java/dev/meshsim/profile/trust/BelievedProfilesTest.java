package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import org.junit.jupiter.api.Test;

class BelievedProfilesTest {

  private final SeededWorld world = World.seeded(11);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final ProfileVerifier verifier = new ProfileVerifier();

  @Test
  void theSameVersionIsVerifiedOnce() {
    BelievedProfiles believed = new BelievedProfiles(verifier);
    SignedPersonalProfile signed = profile("a");
    believed.believe(signed);
    long once = verifier.signaturesVerified();
    assertEquals(2, once);
    assertEquals(signed, believed.believe(signed).signed());
    assertEquals(once, verifier.signaturesVerified());
  }

  @Test
  void aDeviceIsVerifiedOnceWhenItIsRead() {
    BelievedProfiles believed = new BelievedProfiles(verifier);
    VerifiedPersonalProfile profile = believed.believe(profile("a"));
    long before = verifier.signaturesVerified();
    Udf device = profile.profile().devices().get(0).identifier();
    assertTrue(profile.devices().containsKey(device));
    assertEquals(before, verifier.signaturesVerified());
    assertEquals(device, profile.devices().get(device).identifier());
    assertEquals(1, profile.devices().values().size());
    assertEquals(before + 1, verifier.signaturesVerified());
  }

  @Test
  void aTextThatWasReadLastIsNotParsedAgain() {
    BelievedProfiles believed = new BelievedProfiles(verifier);
    SignedPersonalProfile signed = profile("a");
    Bytes text = Dialect.MESH.json().write(signed);
    assertEquals(
        signed, believed.believe(signed.identifier(), text, () -> signed).orElseThrow().signed());
    assertEquals(
        signed,
        believed
            .believe(
                signed.identifier(),
                text,
                () -> {
                  throw new AssertionError("it is parsed again");
                })
            .orElseThrow()
            .signed());
    assertTrue(believed.believe(signed.identifier(), Bytes.utf8("{}"), () -> null).isEmpty());
  }

  @Test
  void aTextThatWasWrittenIsNotParsedToBeCompared() {
    BelievedProfiles believed = new BelievedProfiles(verifier);
    SignedPersonalProfile signed = profile("a");
    Bytes text = Dialect.MESH.json().write(signed);
    believed.remember(verifier.personal(signed), text);
    assertEquals(signed, believed.readLast(signed.identifier(), text).orElseThrow().signed());
    assertTrue(believed.readLast(signed.identifier(), Bytes.utf8(" " + text.utf8())).isEmpty());
    believed.remember(verifier.personal(signed));
    assertTrue(believed.readLast(signed.identifier(), text).isEmpty());
  }

  @Test
  void theLeastRecentlyUsedProfileIsDropped() {
    BelievedProfiles believed = new BelievedProfiles(verifier, 2);
    SignedPersonalProfile first = profile("a");
    SignedPersonalProfile second = profile("b");
    SignedPersonalProfile third = profile("c");
    believed.believe(first);
    believed.believe(second);
    believed.believe(first);
    believed.believe(third);
    long before = verifier.signaturesVerified();
    believed.believe(first);
    believed.believe(third);
    assertEquals(before, verifier.signaturesVerified());
    believed.believe(second);
    assertEquals(before + 2, verifier.signaturesVerified());
  }

  private SignedPersonalProfile profile(String machine) {
    MeshSession session = new MeshSession(new MeshMachineCached(world, machine), portal);
    return new PersonalProfile(session.createDevice().deviceProfile()).signed();
  }
}
