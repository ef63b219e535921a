package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import java.util.Optional;

/** Lies about profiles, told in the answer to a Get. */
final class ProfileLies {

  private ProfileLies() {}

  static Optional<Bytes> old(Asked asked) {
    return asked.replaces(SignedPersonalProfile.class, asked.seen()::before);
  }

  static Optional<Bytes> oldApplication(Asked asked) {
    return asked.replaces(SignedApplicationProfile.class, asked.seen()::before);
  }

  static Optional<Bytes> anothers(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class, entry -> Optional.of(asked.impostor().profile()));
  }
}
