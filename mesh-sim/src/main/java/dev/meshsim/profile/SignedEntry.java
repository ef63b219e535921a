package dev.meshsim.profile;

import dev.meshsim.jose.JsonWebSignature;

/** An object with its signature, as an entry (schema {@code SignedProfile}). */
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
