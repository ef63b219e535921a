package dev.meshsim.session;

import dev.meshsim.profile.ProfileVerifier;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest verified version of each profile, so that the same octets are verified once. */
final class KnownProfiles {

  private final Map<Udf, VerifiedPersonalProfile> latest = new ConcurrentHashMap<>();

  /** Verifies {@code signed}, unless it is the version that was verified last. */
  VerifiedPersonalProfile believe(ProfileVerifier verifier, SignedPersonalProfile signed) {
    VerifiedPersonalProfile known = latest.get(signed.identifier());
    if (known == null || !known.signed().equals(signed)) {
      known = verifier.personal(signed, Optional.ofNullable(known));
      latest.put(signed.identifier(), known);
    }
    return known;
  }
}
