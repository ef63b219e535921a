package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceProfilesTest {

  private final TrustScene scene = new TrustScene();
  private final ProfileVerifier verifier = new ProfileVerifier();
  private final SignedDeviceProfile good = scene.personal().devices().get(0);

  @Test
  void aDeviceThatDoesNotVerifyIsRefusedWhenItIsRead() {
    DeviceProfiles devices = new DeviceProfiles(verifier, List.of(broken(good)), null);
    Udf identifier = good.identifier();
    assertTrue(devices.containsKey(identifier));
    assertEquals(java.util.Set.of(identifier), devices.keySet());
    assertThrows(ProfileException.class, () -> devices.get(identifier));
    assertThrows(ProfileException.class, () -> devices.values().iterator().next());
    assertThrows(ProfileException.class, devices::verifyAll);
    assertEquals(3, verifier.signaturesVerified());
  }

  @Test
  void aDeviceOfAKnownVersionIsNotVerifiedAgainUnlessItDiffers() {
    DeviceProfiles known = new DeviceProfiles(verifier, List.of(good), null);
    known.verifyAll();
    long once = verifier.signaturesVerified();
    DeviceProfiles next = new DeviceProfiles(verifier, List.of(good), known);
    assertEquals(good.identifier(), next.get(good.identifier()).identifier());
    assertEquals(once, verifier.signaturesVerified());
    DeviceProfiles other = new DeviceProfiles(verifier, List.of(broken(good)), known);
    assertThrows(ProfileException.class, () -> other.get(good.identifier()));
  }

  @Test
  void theDevicesCanBeReadInTurn() {
    DeviceProfiles devices = new DeviceProfiles(verifier, List.of(good), null);
    assertEquals(List.of(scene.device), List.copyOf(devices.values()));
    assertEquals(Map.of(good.identifier(), scene.device), devices);
    assertEquals(1, devices.entrySet().size());
  }

  @Test
  void anUnknownDeviceIsNotThere() {
    DeviceProfiles devices = new DeviceProfiles(verifier, List.of(good), null);
    Udf other = scene.personal().identifier();
    assertFalse(devices.containsKey(other));
    assertEquals(null, devices.get(other));
    assertEquals(1, devices.size());
    assertThrows(UnsupportedOperationException.class, () -> devices.keySet().clear());
  }

  private static SignedDeviceProfile broken(SignedDeviceProfile device) {
    JsonWebSignature.Signature signature = device.signedData().signatures().get(0);
    byte[] octets = signature.signature().toArray();
    octets[3] ^= 1;
    return new SignedDeviceProfile(
        device.identifier(),
        new JsonWebSignature(
            device.signedData().payload(),
            List.of(
                new JsonWebSignature.Signature(
                    signature.protectedHeader(), null, Bytes.of(octets)))));
  }
}
