package dev.meshsim.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An immutable string of octets that are not secret. Equality and order are by content. */
public final class Bytes implements Comparable<Bytes> {

  /** The empty octet string. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final byte[] octets;

  private Bytes(byte[] octets) {
    this.octets = octets;
  }

  /** Copies {@code octets}. */
  public static Bytes of(byte... octets) {
    return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
  }

  /**
   * Copies {@code octets[from]} to {@code octets[to - 1]}.
   *
   * @throws ArrayIndexOutOfBoundsException if {@code from} is outside the array
   */
  public static Bytes of(byte[] octets, int from, int to) {
    return new Bytes(Arrays.copyOfRange(octets, from, to));
  }

  /** The UTF-8 encoding of {@code text}. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes hexadecimal digits of either case, two for each octet.
   *
   * @throws IllegalArgumentException if there is any other character or an odd number of digits
   */
  public static Bytes hex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  /**
   * Decodes base64url (RFC 4648 section 5) without padding.
   *
   * @throws IllegalArgumentException if there is padding, a character outside the alphabet, an
   *     impossible length, or a spare bit that is not zero
   */
  public static Bytes base64Url(String text) {
    if (text.indexOf('=') >= 0) {
      throw new IllegalArgumentException("base64url is written without padding");
    }
    Bytes decoded = new Bytes(Base64.getUrlDecoder().decode(text));
    if (!text.endsWith(decoded.lastGroup())) {
      throw new IllegalArgumentException("base64url has spare bits that are not zero");
    }
    return decoded;
  }

  /** The characters of an incomplete last group: only there can bits be spare. */
  private String lastGroup() {
    int from = octets.length - octets.length % 3;
    return BASE64URL.encodeToString(Arrays.copyOfRange(octets, from, octets.length));
  }

  /** The number of octets. */
  public int length() {
    return octets.length;
  }

  /** The octet at {@code index}, 0 to {@code length() - 1}, as 0 to 255. */
  public int at(int index) {
    return octets[index] & 0xff;
  }

  /** True if these octets begin with {@code prefix}. */
  public boolean startsWith(Bytes prefix) {
    return octets.length >= prefix.octets.length
        && Arrays.equals(octets, 0, prefix.octets.length, prefix.octets, 0, prefix.octets.length);
  }

  /** A copy of the octets. */
  public byte[] toArray() {
    return octets.clone();
  }

  /**
   * Copies the octets into an array.
   *
   * @param at the index of the first
   * @throws ArrayIndexOutOfBoundsException if they do not fit
   */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(octets, 0, target, at, octets.length);
  }

  /** Lower-case hexadecimal, two digits for each octet. */
  public String hex() {
    return HexFormat.of().formatHex(octets);
  }

  /** Base64url (RFC 4648 section 5) without padding or line feeds. */
  public String base64Url() {
    return BASE64URL.encodeToString(octets);
  }

  /** The ASCII octets of {@link #base64Url()}, without the detour by a text. */
  public byte[] base64UrlOctets() {
    return BASE64URL.encode(octets);
  }

  /** The octets decoded as UTF-8; a malformed sequence becomes U+FFFD. */
  public String utf8() {
    return new String(octets, StandardCharsets.UTF_8);
  }

  /**
   * The index of the first octet that is not UTF-8 as {@link Utf8} has it, or {@link Utf8#NONE}.
   */
  public int utf8Fault() {
    return Utf8.fault(octets, 0, octets.length);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Hexadecimal, cut after 32 octets. */
  @Override
  public String toString() {
    return octets.length <= 32
        ? hex()
        : HexFormat.of().formatHex(octets, 0, 32) + "... (" + octets.length + " octets)";
  }
}
