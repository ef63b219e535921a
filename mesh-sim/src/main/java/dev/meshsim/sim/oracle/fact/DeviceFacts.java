package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.udf.Udf;

/**
 * A device as one device profile describes it.
 *
 * @param identifier the fingerprint of its signature key
 * @param digest the {@link Sha256} of the signed device profile's payload, which has all its keys
 * @param encryptionKey the fingerprint of its encryption key
 * @param signatureKey its signature key
 */
public record DeviceFacts(Udf identifier, Bytes digest, Udf encryptionKey, PublicKey signatureKey) {

  static DeviceFacts of(DeviceProfile device, Bytes digest) {
    return new DeviceFacts(
        device.identifier(),
        digest,
        device.deviceEncryptionKey().udf(),
        device.deviceSignatureKey());
  }
}
