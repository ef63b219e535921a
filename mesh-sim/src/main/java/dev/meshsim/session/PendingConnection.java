package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * An open connection request, on an administration device.
 *
 * @param request the request, verified
 * @param authenticator the code to compare with the one that the device shows, computed with the
 *     master profile that this machine knows; see {@link ConnectionAuthenticator}
 */
public record PendingConnection(VerifiedRequest request, String authenticator) {

  int letters() {
    return ConnectionAuthenticator.letters(Dialect.of(deviceUdf()));
  }

  /** The device that asks. */
  public Udf deviceUdf() {
    return request.device().identifier();
  }

  /**
   * True if the device asks to administer the profile: it brings an online signature key. In
   * dialect {@code portal-2017} a request does not say it.
   */
  public boolean asksToAdminister() {
    return request.online().isPresent();
  }

  /**
   * The names of the device, fit to be shown: quoted and cut. Its owner chose them freely, so
   * compare the code instead.
   */
  public List<String> deviceNames() {
    return request.device().names().stream().map(Quote::brief).toList();
  }

  /** The description in the device's profile, fit to be shown: quoted and cut. */
  public Optional<String> deviceDescription() {
    return Optional.ofNullable(request.device().description()).map(Quote::line);
  }
}
