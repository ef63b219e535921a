package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;

/** An administrator refused to connect the device. */
public final class ConnectionRefusedException extends MeshException {

  private static final long serialVersionUID = 1L;

  ConnectionRefusedException(Udf device, AccountName account) {
    super(
        SessionException.Code.CONNECTION_REFUSED,
        "an administrator of " + account + " refused to connect the device " + device);
  }
}
