package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Duration;

/** No administrator answered a connection request in time; the request stays open. */
public final class ConnectionTimeoutException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final Duration waited;
  private final int asked;

  ConnectionTimeoutException(Udf device, AccountName account, Duration waited, int asked) {
    super(
        SessionException.Code.CONNECTION_TIMEOUT,
        "no administrator of "
            + account
            + " answered the device "
            + device
            + " within "
            + Patience.shown(waited)
            + ", in which the portal was asked "
            + asked
            + (asked == 1 ? " time" : " times"));
    this.waited = waited;
    this.asked = asked;
  }

  /** The time that was waited. */
  public Duration waited() {
    return waited;
  }

  /** The number of times that the portal was asked. */
  public int asked() {
    return asked;
  }
}
