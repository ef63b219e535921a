package dev.meshsim.udf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A Uniform Data Fingerprint (mesh-udf-08 3). Immutable; two are equal if text and format are.
 *
 * <p>The text is base32 in capitals with a dash between groups; its first character shows the type:
 * {@code M} a SHA-2 fingerprint, {@code R} a random value.
 */
public final class Udf implements Comparable<Udf> {

  private static final int LEAST_BITS = 100;
  private static final int DIGEST_BITS = 512 + Byte.SIZE;
  private static final int RANDOM_TYPE = 136;

  private final UdfFormat format;
  private final String text;

  private Udf(UdfFormat format, String text) {
    this.format = format;
    this.text = text;
  }

  /**
   * The fingerprint of {@code data}, with the format's default precision.
   *
   * @param contentType one of {@link ContentTypes}; the digest covers it
   */
  public static Udf fingerprint(UdfFormat format, String contentType, Bytes data) {
    return fingerprint(format, contentType, data, format.defaultBits());
  }

  /**
   * The fingerprint of all that is left of a stream, of any length, with the format's default
   * precision; equal to the fingerprint of {@link Bytes} with this content.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Udf fingerprint(UdfFormat format, String contentType, InputStream data)
      throws IOException {
    int bits = format.defaultBits();
    return written(format, Digests.cut(format, Digests.typed(contentType, data), bits), bits);
  }

  /**
   * The fingerprint of {@code data}: a type octet (96, or up to 100 where the {@link
   * UdfFormat#MESH} digest ends in many zeros) and the first bits of the typed SHA-512 digest.
   *
   * @param contentType one of {@link ContentTypes}; the digest covers it
   * @param bits the precision, type octet included: a multiple of 20 from 100 to 520, or in the
   *     portal formats a multiple of 25 from 100 to 500
   * @throws UdfException {@code udf.precision} if {@code bits} is anything else
   */
  public static Udf fingerprint(UdfFormat format, String contentType, Bytes data, int bits) {
    return fingerprint(format, contentType, data.toArray(), bits);
  }

  /**
   * The fingerprint of secret octets, with the format's default precision; equal to the fingerprint
   * of {@link Bytes} with this content.
   */
  public static Udf fingerprint(UdfFormat format, String contentType, SecretBytes data) {
    byte[] octets = data.expose();
    try {
      return fingerprint(format, contentType, octets, format.defaultBits());
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static Udf fingerprint(UdfFormat format, String contentType, byte[] data, int bits) {
    int step = format.bitsPerGroup();
    int most = DIGEST_BITS / step * step;
    if (bits < LEAST_BITS || bits > most || bits % step != 0) {
      throw UdfException.precision(format, bits, LEAST_BITS, most);
    }
    return written(format, Digests.cut(format, Digests.typed(contentType, data), bits), bits);
  }

  /**
   * The authenticator that both devices show when one asks to be connected. It is the fingerprint,
   * with default precision and content type {@link ContentTypes#UDF}, of the texts of the device's
   * and the profile's fingerprints, each followed by a colon.
   */
  public static Udf authenticator(UdfFormat format, Udf device, Udf profile) {
    Bytes both = Bytes.utf8(device.text + ":" + profile.text + ":");
    return fingerprint(format, ContentTypes.UDF, both);
  }

  /**
   * A random value with type octet 136; its text starts with {@code R}.
   *
   * <p>In the {@link UdfFormat#MESH} format it has 17 octets, since that draft requires whole
   * octets for this type; the portal formats keep the first 150 bits of 19 octets.
   */
  public static Udf random(UdfFormat format, RandomStream random) {
    int bits = format.defaultBits();
    int octets = format == UdfFormat.MESH ? bits / Byte.SIZE : (bits + 7) / Byte.SIZE;
    byte[] value = random.bytes(octets);
    value[0] = (byte) RANDOM_TYPE;
    return written(format, value, bits);
  }

  /**
   * Parses a canonical text. Groups of 4 mean {@link UdfFormat#MESH} and groups of 5 {@link
   * UdfFormat#PORTAL_2017}; there are at least two groups, and only the last may be shorter. The
   * digest cannot be checked.
   *
   * @throws UdfException.Syntax if the text is not a fingerprint; the problem names the first wrong
   *     character
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Udf parse(String text) {
    Objects.requireNonNull(text);
    int first = text.indexOf('-');
    if (first != UdfFormat.MESH.groupSize() && first != UdfFormat.PORTAL_2017.groupSize()) {
      throw new UdfException.Syntax(
          first < 0
              ? "a fingerprint has dashes, this text of " + text.length() + " characters has none"
              : "the first dash is at character " + (first + 1) + " instead of 5 or 6");
    }
    UdfFormat format = first == UdfFormat.MESH.groupSize() ? UdfFormat.MESH : UdfFormat.PORTAL_2017;
    for (int i = 0; i < text.length(); i++) {
      boolean dashHere = i % (first + 1) == first;
      char found = text.charAt(i);
      if (dashHere != (found == '-') || (!dashHere && Base32.valueOf(found) < 0)) {
        throw new UdfException.Syntax(
            "character "
                + (i + 1)
                + " of a fingerprint is "
                + describe(found)
                + (dashHere ? " instead of a dash" : " instead of a capital or a digit 2 to 7"));
      }
    }
    if (text.endsWith("-")) {
      throw new UdfException.Syntax("a fingerprint ends in a dash, at character " + text.length());
    }
    return new Udf(format, text);
  }

  private static String describe(char found) {
    return found > ' ' && found < 127
        ? "'" + found + "'"
        : String.format(Locale.ROOT, "U+%04X", (int) found);
  }

  private static Udf written(UdfFormat format, byte[] octets, int bits) {
    return new Udf(format, Base32.encode(octets, bits / 5, format.groupSize()));
  }

  /** The format; {@link UdfFormat#PORTAL_2017} for every parsed text in groups of 5. */
  public UdfFormat format() {
    return format;
  }

  /** The canonical text, for example {@code MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF}. */
  @JsonValue
  public String text() {
    return text;
  }

  /** The precision in bits, type octet included: five for each character. */
  public int bits() {
    int separators = (text.length() - 1) / (format.groupSize() + 1);
    return (text.length() - separators) * 5;
  }

  /** The decoded octets, the type octet first; unused low bits of the last octet are zero. */
  public Bytes bytes() {
    byte[] values = new byte[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = Base32.valueOf(text.charAt(i));
      if (value >= 0) {
        values[count++] = (byte) value;
      }
    }
    return Bytes.of(Base32.decode(values, count));
  }

  /**
   * True if this value starts with {@code prefix}, in either case, with dashes or without. An empty
   * prefix does not match. The caller must require a sufficient length: the first eight bits are
   * the type and alike in all fingerprints.
   */
  public boolean matchesPrefix(String prefix) {
    String wanted = bare(prefix).toUpperCase(Locale.ROOT);
    return !wanted.isEmpty() && bare(text).startsWith(wanted);
  }

  /**
   * True if this is the fingerprint of {@code data} at this precision. For a text in groups of 5
   * both ways of cutting the last octet are accepted: they differ only in its last one or two
   * characters, which carry no security.
   */
  public boolean identifies(String contentType, Bytes data) {
    return identifies(contentType, data.toArray());
  }

  /** Compares as {@link #identifies(String, Bytes)} does, with secret octets. */
  public boolean identifies(String contentType, SecretBytes data) {
    byte[] octets = data.expose();
    try {
      return identifies(contentType, octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private boolean identifies(String contentType, byte[] data) {
    int bits = bits();
    if (bits < LEAST_BITS || bits > DIGEST_BITS || bits % format.bitsPerGroup() != 0) {
      return false;
    }
    if (format == UdfFormat.MESH) {
      return fingerprint(format, contentType, data, bits).text.equals(text);
    }
    return fingerprint(UdfFormat.PORTAL_2017, contentType, data, bits).text.equals(text)
        || fingerprint(UdfFormat.PORTAL_FIXED, contentType, data, bits).text.equals(text);
  }

  private static String bare(String text) {
    return text.replace("-", "");
  }

  @Override
  public int compareTo(Udf other) {
    int byText = text.compareTo(other.text);
    return byText != 0 ? byText : format.compareTo(other.format);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Udf udf && text.equals(udf.text) && format == udf.format;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return text;
  }
}
