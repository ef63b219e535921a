package dev.meshsim.bytes;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A secret octet string: a key, a seed, a shared secret. Not thread-safe while it is being closed.
 *
 * <p>It never prints its content, compares in constant time, and is cleared by {@link #close()}.
 * The JDK's own classes for keys are not used because several of them throw on {@code destroy}.
 */
public final class SecretBytes implements AutoCloseable {

  private final byte[] octets;
  private boolean closed;

  private SecretBytes(byte[] octets) {
    this.octets = octets;
  }

  /** Copies {@code octets}; the caller still owns, and should clear, its own array. */
  public static SecretBytes copyOf(byte[] octets) {
    return new SecretBytes(octets.clone());
  }

  /** Copies {@code octets} and then fills the caller's array with zeros. */
  public static SecretBytes moveFrom(byte[] octets) {
    SecretBytes secret = new SecretBytes(octets.clone());
    Arrays.fill(octets, (byte) 0);
    return secret;
  }

  /**
   * A copy, closed by itself.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public SecretBytes copy() {
    requireOpen();
    return copyOf(octets);
  }

  /** The number of octets; it is not secret. */
  public int length() {
    return octets.length;
  }

  /**
   * The only reader of the octets: returns a copy, which the caller clears after use.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public byte[] expose() {
    requireOpen();
    return octets.clone();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("these secret bytes were cleared");
    }
  }

  /** Fills the octets with zeros. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    Arrays.fill(octets, (byte) 0);
  }

  /** True if both hold the same octets; takes the same time wherever they differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes secret && MessageDigest.isEqual(octets, secret.octets);
  }

  /** Depends on the length only, so that a hash table reveals nothing of the content. */
  @Override
  public int hashCode() {
    return octets.length;
  }

  /** {@code SecretBytes[n]}, where n is the number of octets. */
  @Override
  public String toString() {
    return "SecretBytes[" + octets.length + "]";
  }
}
