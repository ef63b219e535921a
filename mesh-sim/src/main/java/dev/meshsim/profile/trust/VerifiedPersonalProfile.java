package dev.meshsim.profile.trust;

import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A verified personal profile: its signatures and its master profile's are good. Those of its
 * devices are checked now or when a device is first read; see {@link ProfileVerifier#personal}.
 *
 * @param signed the signed form
 * @param profile its content
 * @param master the content of its master profile
 * @param devices the content of its device profiles by identifier, in the profile's order
 * @param signers the keys that signed it: online signature keys, the master signature key, or both
 */
public record VerifiedPersonalProfile(
    SignedPersonalProfile signed,
    PersonalProfile profile,
    MasterProfile master,
    Map<Udf, DeviceProfile> devices,
    Set<Udf> signers) {

  /** Copies the collections. */
  public VerifiedPersonalProfile {
    devices =
        devices instanceof DeviceProfiles
            ? devices
            : Collections.unmodifiableMap(new LinkedHashMap<>(devices));
    signers = Set.copyOf(signers);
  }

  /** The profile's identifier: the fingerprint of the master signature key. */
  public Udf identifier() {
    return profile.identifier();
  }

  /**
   * True if this version may come after another: its time is later, and its master profile is the
   * same or later too. Otherwise an administrator of an earlier master profile could undo a later
   * one, which may have removed him.
   */
  public boolean isLaterThan(VerifiedPersonalProfile other) {
    return profile.updated().isAfter(other.profile().updated())
        && (profile.signedMasterProfile().equals(other.profile().signedMasterProfile())
            || master.updated().isAfter(other.master().updated()));
  }

  /** True if {@code key} administers this profile: it is one of its online signature keys. */
  public boolean administeredBy(Udf key) {
    return master.onlineSignatureKey(key).isPresent();
  }
}
