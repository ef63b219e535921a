package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer of octets that grows. Lengths and numbers take the fewest octets that hold them. */
final class OctetWriter {

  private static final int FIRST = 2048;

  private byte[] octets = new byte[FIRST];
  private int length;

  void put(int octet) {
    room(1);
    octets[length++] = (byte) octet;
  }

  void put(byte[] more, int from, int count) {
    room(count);
    System.arraycopy(more, from, octets, length, count);
    length += count;
  }

  void number(long value, int width) {
    room(width);
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      octets[length++] = (byte) (value >>> shift);
    }
  }

  /**
   * A tag and an unsigned number after it.
   *
   * @param tag the tag for a number of one octet; those for two, four and eight follow it
   * @param value from 2^63 on negative
   */
  void tagged(int tag, long value) {
    int log = value >>> 8 == 0 ? 0 : value >>> 16 == 0 ? 1 : value >>> 32 == 0 ? 2 : 3;
    put(tag + log);
    number(value, 1 << log);
  }

  void code(int tag, int code) {
    tagged(tag, code);
  }

  void string(String text) {
    string(text.getBytes(StandardCharsets.UTF_8));
  }

  void string(byte[] utf8) {
    tagged(Tags.STRING, utf8.length);
    put(utf8, 0, utf8.length);
  }

  void data(Bytes data) {
    tagged(Tags.DATA, data.length());
    room(data.length());
    data.copyTo(octets, length);
    length += data.length();
  }

  Bytes bytes() {
    return Bytes.of(octets, 0, length);
  }

  private void room(int more) {
    if (octets.length - length < more) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, Math.addExact(length, more)));
    }
  }
}
