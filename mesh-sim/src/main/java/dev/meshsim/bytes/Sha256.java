package dev.meshsim.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

  private Sha256() {}

  /** A digest of no octets yet. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  /** The digest of octets: 32 octets. */
  public static Bytes of(Bytes octets) {
    return of(octets.toArray());
  }

  /** The digest of octets: 32 octets. */
  public static Bytes of(byte[] octets) {
    return Bytes.of(begin().digest(octets));
  }
}
