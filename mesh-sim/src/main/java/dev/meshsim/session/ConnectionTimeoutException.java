package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Duration;

/** No administrator answered a connection request in time; the request stays open. */
public final class ConnectionTimeoutException extends MeshException {

  private static final long serialVersionUID = 1L;

  ConnectionTimeoutException(Udf device, AccountName account, Duration waited) {
    super(
        SessionException.Code.CONNECTION_TIMEOUT,
        "no administrator of "
            + account
            + " answered the device "
            + device
            + " within "
            + waited.toSeconds()
            + " s");
  }
}
