package dev.meshsim.profile;

import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;

/**
 * The code that both sides of a connection show: the fingerprint of the pair of device and profile
 * (udf-04; content type {@code application/udf} over {@code device:profile:}). The same pair always
 * gives the same code.
 */
public final class ConnectionAuthenticator {

  private ConnectionAuthenticator() {}

  /** The whole code, 35 characters in the {@code mesh} dialect's groups of four. */
  public static Udf of(Udf device, Udf profile) {
    return Udf.authenticator(UdfFormat.MESH, device, profile);
  }
}
