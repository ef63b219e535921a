package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException.Code;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.exc.StreamReadException;

/** A cursor over octets that never goes past their end. Lengths and numbers are big-endian. */
final class OctetReader {

  private final byte[] octets;
  private int at;

  /** Begins at the first octet; the octets are not copied. */
  OctetReader(byte[] octets) {
    this.octets = octets;
  }

  byte[] octets() {
    return octets;
  }

  int at() {
    return at;
  }

  void moveTo(int index) {
    at = index;
  }

  boolean atEnd() {
    return at == octets.length;
  }

  /** The next octet, 0 to 255; -1 at the end. */
  int peek() {
    return at == octets.length ? -1 : octets[at] & 0xff;
  }

  /** The next octet. */
  int take() {
    if (at == octets.length) {
      throw cut();
    }
    return octets[at++] & 0xff;
  }

  void skipSpace() {
    while (at < octets.length
        && (octets[at] == ' ' || octets[at] == '\n' || octets[at] == '\r' || octets[at] == '\t')) {
      at++;
    }
  }

  /** An unsigned number of up to eight octets; from 2^63 on it is negative. */
  long unsigned(int width) {
    if (octets.length - at < width) {
      at = octets.length;
      throw cut();
    }
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (octets[at++] & 0xff);
    }
    return value;
  }

  /**
   * The length of what follows.
   *
   * @throws StreamReadException if fewer octets follow
   */
  int length(int width) {
    int place = at;
    long length = unsigned(width);
    int left = octets.length - at;
    if (length < 0 || length > left) {
      throw EncodedJson.fault(
          Code.BAD_LENGTH,
          "a length of " + Long.toUnsignedString(length) + " octets; " + left + " are left",
          place);
    }
    return (int) length;
  }

  /** The next octets, as many as {@link #length} has found. */
  Bytes bytes(int length) {
    Bytes taken = Bytes.of(octets, at, at + length);
    at += length;
    return taken;
  }

  /** The next octets as a text. */
  String text(int length) {
    requireUtf8(octets, at, at + length, 0);
    String text = new String(octets, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /**
   * Refuses octets that are not UTF-8.
   *
   * @param offset added to an index for the place
   */
  static void requireUtf8(byte[] octets, int from, int to, int offset) {
    int fault = Utf8.fault(octets, from, to);
    if (fault != Utf8.NONE) {
      throw EncodedJson.fault(
          Code.NOT_UTF8,
          "a string is not UTF-8: " + Utf8.describe(octets, fault, to),
          (long) fault + offset);
    }
  }

  private StreamReadException cut() {
    return EncodedJson.fault(
        Code.MALFORMED, "the octets end before their value does", octets.length);
  }
}
