package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;

/** An administrator refused to connect the device. */
public final class ConnectionRefusedException extends MeshException {

  private static final long serialVersionUID = 1L;

  ConnectionRefusedException(Udf device, AccountName account) {
    super(
        "session.connection-refused",
        "an administrator of " + account + " refused to connect the device " + device,
        "compare the codes shown on both sides, then ask again");
  }
}
