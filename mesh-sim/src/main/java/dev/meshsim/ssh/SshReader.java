package dev.meshsim.ssh;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the data types of RFC 4251 section 5. */
final class SshReader {

  private final ByteBuffer octets;

  SshReader(byte[] octets) {
    this.octets = ByteBuffer.wrap(octets);
  }

  /** The number of octets that are left. */
  int remaining() {
    return octets.remaining();
  }

  int uint32() throws KeyTextException {
    try {
      return octets.getInt();
    } catch (BufferUnderflowException e) {
      throw new KeyTextException("ends too early");
    }
  }

  byte[] raw(int count) throws KeyTextException {
    if (count < 0 || count > octets.remaining()) {
      throw new KeyTextException("ends too early");
    }
    byte[] value = new byte[count];
    octets.get(value);
    return value;
  }

  byte[] string() throws KeyTextException {
    return raw(uint32());
  }

  String text() throws KeyTextException {
    return new String(string(), StandardCharsets.UTF_8);
  }

  BigInteger mpint() throws KeyTextException {
    byte[] number = string();
    try {
      BigInteger value = number.length == 0 ? BigInteger.ZERO : new BigInteger(number);
      if (value.signum() <= 0) {
        throw new KeyTextException("has a number that is not positive");
      }
      return value;
    } finally {
      Arrays.fill(number, (byte) 0);
    }
  }

  void expect(String text) throws KeyTextException {
    String found = text();
    if (!found.equals(text)) {
      throw new KeyTextException(
          "says \"" + printable(found) + "\" where \"" + text + "\" belongs");
    }
  }

  private static String printable(String text) {
    String shown = text.replaceAll("[^ -~]", "?");
    return shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
  }
}
