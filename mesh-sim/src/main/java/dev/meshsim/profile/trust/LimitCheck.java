package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.json.TokenScan;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedMasterProfile;

/** Counts the parts of signed objects against {@link ProfileLimits}; verifies nothing. */
final class LimitCheck {

  private LimitCheck() {}

  /** Refuses more than {@code most} signatures, and headers that are too long. */
  static void signatures(SignedEntry signed, int most) {
    int count = signed.signedData().signatures().size();
    atMost(signed.getClass().getSimpleName(), "signatures", count, most);
    for (JsonWebSignature.Signature signature : signed.signedData().signatures()) {
      atMost(
          signed.getClass().getSimpleName(),
          "octets in a protected header",
          signature.protectedHeader().length(),
          ProfileLimits.HEADER_OCTETS);
    }
  }

  /**
   * Counts the parts of a profile, and the signatures of its devices: one each. Those of the master
   * profile are counted when its content is read.
   */
  static void parts(PersonalProfile profile) {
    String object = "PersonalProfile";
    atMost(object, "devices", profile.devices().size(), ProfileLimits.DEVICES);
    atMost(object, "applications", profile.applications().size(), ProfileLimits.APPLICATIONS);
    for (SignedDeviceProfile device : profile.devices()) {
      signatures(device, 1);
    }
  }

  /** Counts the keys of a master profile. */
  static void parts(MasterProfile master) {
    String object = "MasterProfile";
    atMost(object, "escrow keys", master.masterEscrowKeys().size(), ProfileLimits.KEYS);
    int online = master.onlineSignatureKeys().size();
    atMost(object, "online signature keys", online, ProfileLimits.KEYS);
  }

  private static void atMost(String object, String what, int count, int most) {
    if (count > most) {
      throw ProfileException.limit(object, count + " " + what + "; at most " + most);
    }
  }

  /** The payload of a signed object, counted, after its parts were. */
  static Bytes payload(SignedEntry signed, VerificationMeter meter) {
    boolean holdsKeys =
        signed instanceof SignedDeviceProfile || signed instanceof SignedMasterProfile;
    Bytes payload = signed.signedData().payload();
    TokenScan.requireAtMost(
        holdsKeys ? ProfileLimits.KEYS_PARTS : ProfileLimits.PAYLOAD_PARTS, payload);
    meter.octetsParsed.add(payload.length());
    return payload;
  }
}
