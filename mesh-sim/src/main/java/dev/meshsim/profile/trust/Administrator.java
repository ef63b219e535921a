package dev.meshsim.profile.trust;

import dev.meshsim.profile.PublicKey;
import dev.meshsim.udf.Udf;
import java.util.Optional;

/**
 * An administrator of a profile: an online signature key, and the device that it was made on.
 *
 * @param key the online signature key
 * @param device the identifier of the device, or empty if the master profile does not say it
 */
public record Administrator(PublicKey key, Optional<Udf> device) {

  /** An administrator whose device is known. */
  public static Administrator on(Udf device, PublicKey key) {
    return new Administrator(key, Optional.of(device));
  }
}
