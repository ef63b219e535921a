package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which the oracles tell octets apart without keeping them. */
public final class Digest {

  private Digest() {}

  /** The digest of octets: 32 octets. */
  public static Bytes of(Bytes octets) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(octets.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
