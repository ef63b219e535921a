package dev.meshsim.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the data types of RFC 4251 section 5. Closing it clears the octets. */
final class SshWriter implements AutoCloseable {

  private byte[] octets = new byte[256];
  private int length;

  /** Four octets, big-endian. */
  SshWriter uint32(int value) {
    byte[] four = {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
    return raw(four);
  }

  /** The octets without a length. */
  SshWriter raw(byte[] value) {
    if (length + value.length > octets.length) {
      byte[] larger = Arrays.copyOf(octets, 2 * (length + value.length));
      Arrays.fill(octets, (byte) 0);
      octets = larger;
    }
    System.arraycopy(value, 0, octets, length, value.length);
    length += value.length;
    return this;
  }

  /** A length, then the octets. */
  SshWriter string(byte[] value) {
    return uint32(value.length).raw(value);
  }

  /** A length, then the text in UTF-8. */
  SshWriter string(String value) {
    return string(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A positive number: a length, then its octets with the sign bit clear. */
  SshWriter mpint(BigInteger value) {
    byte[] number = value.toByteArray();
    string(number);
    Arrays.fill(number, (byte) 0);
    return this;
  }

  int length() {
    return length;
  }

  byte[] toArray() {
    return Arrays.copyOf(octets, length);
  }

  @Override
  public void close() {
    Arrays.fill(octets, (byte) 0);
  }
}
