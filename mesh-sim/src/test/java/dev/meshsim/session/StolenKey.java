package dev.meshsim.session;

import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.VerifiedRequest;
import java.util.Optional;

/** A connection request that names a key which is not the device's. */
final class StolenKey {

  private StolenKey() {}

  static VerifiedRequest request(Household home, PublicKey stolen) {
    MeshSession thief = home.machine("thief");
    LocalDevice device = thief.createDevice().deviceProfile();
    var random = home.world.stream("test", "thief");
    return new ProfileVerifier()
        .request(
            ProfileSigner.request(
                new ConnectionRequest(home.alice.udf(), device.signed()),
                RequestSalt.fresh(random, home.world.now()),
                Optional.of(stolen),
                thief.machine().privateKey(device.udf()),
                random));
  }
}
