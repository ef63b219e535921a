package dev.meshsim.profile;

import dev.meshsim.jose.JsonWebSignature;

/** An entry that carries a signed object: base of the schema's {@code SignedProfile} classes. */
public sealed interface SignedEntry extends Entry
    permits SignedDeviceProfile,
        SignedMasterProfile,
        SignedPersonalProfile,
        SignedApplicationProfile,
        SignedConnectionRequest,
        SignedConnectionResult {

  /** The signature object; its payload is the tagged JSON of the inner object. */
  JsonWebSignature signedData();
}
