package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TreeHasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apiguardian.api.API;

/** A growing buffer of octets that writes the parts of a record's line. */
@API(status = API.Status.INTERNAL)
public final class OctetBuffer {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private byte[] buffer;
  private int size;

  /** An empty buffer with room for so many octets before it grows. */
  public OctetBuffer(int room) {
    buffer = new byte[room];
  }

  /** The number of octets. */
  public int size() {
    return size;
  }

  /** All octets, not copied. */
  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(buffer, 0, size);
  }

  /** The leaf hash of a line in the buffer, whose line feed is not part of the leaf. */
  public Bytes leaf(TreeHasher hasher, int from, int lineLength) {
    return hasher.leaf(buffer, from, lineLength - 1);
  }

  /** A copy of some octets. */
  public byte[] copy(int from, int length) {
    return Arrays.copyOfRange(buffer, from, from + length);
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  OctetBuffer ascii(String text) {
    return raw(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds octets. */
  public OctetBuffer raw(byte[] octets) {
    ensure(octets.length);
    System.arraycopy(octets, 0, buffer, size, octets.length);
    size += octets.length;
    return this;
  }

  OctetBuffer number(long number) {
    return ascii(Long.toString(number));
  }

  /** A JSON string of {@code text}, with its quotes. */
  OctetBuffer string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A JSON string of UTF-8 octets, with its quotes. Escapes the characters that JSON requires to be
   * escaped; a tabulator in the long form, as the 2017 writer did.
   */
  OctetBuffer string(byte[] utf8) {
    ensure(utf8.length + 2);
    buffer[size++] = '"';
    int plain = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte octet = utf8[i];
      if (octet == '"' || octet == '\\' || (octet >= 0 && octet < 0x20)) {
        plain(utf8, plain, i);
        escape(octet);
        plain = i + 1;
      }
    }
    plain(utf8, plain, utf8.length);
    ensure(1);
    buffer[size++] = '"';
    return this;
  }

  private void plain(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, buffer, size, to - from);
    size += to - from;
  }

  private void escape(byte octet) {
    ensure(6);
    buffer[size++] = '\\';
    switch (octet) {
      case '"', '\\' -> buffer[size++] = octet;
      case '\b' -> buffer[size++] = 'b';
      case '\f' -> buffer[size++] = 'f';
      case '\n' -> buffer[size++] = 'n';
      case '\r' -> buffer[size++] = 'r';
      default -> {
        buffer[size++] = 'u';
        buffer[size++] = '0';
        buffer[size++] = '0';
        buffer[size++] = HEX[octet >> 4];
        buffer[size++] = HEX[octet & 0xf];
      }
    }
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.addExact(Math.addExact(size, more), size >> 1));
    }
  }
}
