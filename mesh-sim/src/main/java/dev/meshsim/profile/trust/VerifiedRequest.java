package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import java.util.Optional;

/**
 * A verified connection request: it is signed by the device that it names.
 *
 * @param signed the signed form
 * @param request its content
 * @param device the content of the device profile in it
 * @param salt the salt in its header; requests of dialect {@code portal-2017} have none
 * @param online the online signature key in its header, if the device asks to administer
 */
public record VerifiedRequest(
    SignedConnectionRequest signed,
    ConnectionRequest request,
    DeviceProfile device,
    Optional<RequestSalt> salt,
    Optional<PublicKey> online) {

  /** The digest by which an answer names this request. */
  public Bytes digest() {
    return SignedDigest.of(signed);
  }

  /**
   * The salt, which every request of dialect {@code mesh} needs.
   *
   * @throws ProfileException if there is none
   */
  public RequestSalt requireSalt() {
    return salt.orElseThrow(
        () ->
            ProfileException.content(
                "SignedConnectionRequest",
                "its protected header has no salt; connect the device anew"));
  }
}
