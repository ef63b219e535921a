package dev.meshsim.profile.trust;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.udf.Udf;

/**
 * The code that both sides of a connection show: the fingerprint of the pair of device and profile
 * (udf-04; content type {@code application/udf} over {@code device:profile:}). A pair always has
 * one code.
 */
public final class ConnectionAuthenticator {

  private ConnectionAuthenticator() {}

  /** The whole code, in the device's dialect: 34 characters in groups of four, or 35 of five. */
  public static Udf of(Udf device, Udf profile) {
    return Udf.authenticator(Dialect.of(device).udfFormat(), device, profile);
  }
}
