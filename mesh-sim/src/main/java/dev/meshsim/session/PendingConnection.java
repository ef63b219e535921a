package dev.meshsim.session;

import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * An open connection request, seen from an administration device.
 *
 * @param request the request, verified
 * @param authenticator the code to compare with the one that the device shows
 */
public record PendingConnection(VerifiedRequest request, String authenticator) {

  /** The device that asks. */
  public Udf deviceUdf() {
    return request.device().identifier();
  }

  /** What the device calls itself; chosen by its maker, so compare the code and not this. */
  public List<String> deviceNames() {
    return request.device().names();
  }

  /** What the device says it is. */
  public Optional<String> deviceDescription() {
    return Optional.ofNullable(request.device().description());
  }
}
