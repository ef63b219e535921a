package dev.meshsim.udf;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two-step SHA-512 digest of a fingerprint and its truncation in each format. */
final class Digests {

  static final int SHA2_TYPE = 96;

  private static final int BUFFER_OCTETS = 1 << 16;

  private Digests() {}

  /**
   * SHA-512 of the content type, a colon, and the SHA-512 of the data (mesh-udf-08 5.1.2): 64
   * octets.
   */
  static byte[] typed(String contentType, byte[] data) {
    return typed(contentType, sha512().digest(data), sha512());
  }

  /** The digest of {@link #typed(String, byte[])}, of all that a stream has. */
  static byte[] typed(String contentType, InputStream data) throws IOException {
    MessageDigest sha = sha512();
    byte[] buffer = new byte[BUFFER_OCTETS];
    for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
      sha.update(buffer, 0, read);
    }
    return typed(contentType, sha.digest(), sha);
  }

  private static byte[] typed(String contentType, byte[] inner, MessageDigest sha) {
    sha.update(contentType.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) ':');
    return sha.digest(inner);
  }

  /** The type octet and the digest, truncated to {@code bits} bits; unused low bits are zero. */
  static byte[] cut(UdfFormat format, byte[] digest, int bits) {
    int type = format == UdfFormat.MESH ? SHA2_TYPE + compressionLevel(digest) : SHA2_TYPE;
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    byte[] octets = new byte[whole + (rest == 0 ? 0 : 1)];
    octets[0] = (byte) type;
    System.arraycopy(digest, 0, octets, 1, octets.length - 1);
    if (rest > 0) {
      int spare = Byte.SIZE - rest;
      int last = octets[whole];
      // The reference implementation shifts the digest's octet left and so keeps its low bits.
      octets[whole] =
          (byte) (format == UdfFormat.PORTAL_2017 ? last << spare : last & (0xff << spare));
    }
    return octets;
  }

  /**
   * The increment of the type octet: 1, 2, 3 or 4 for at least 20, 30, 40 or 50 trailing zero bits.
   *
   * <p>The draft contradicts itself: 5.1.3 counts "trailing" and "leading" zeros, in "the first 8
   * bytes", and 5.1 says "bytes 0-3". Only one reading agrees with its worked examples (5.1.8 and
   * 5.1.9) and with 3.4.1, and it is implemented here: the zeros are counted from the end of the 64
   * octets, least significant bit first, and the text starts with the digest's first octet.
   */
  static int compressionLevel(byte[] digest) {
    int zeros = new BigInteger(1, digest).getLowestSetBit();
    if (zeros < 0 || zeros >= 50) {
      return 4;
    }
    return zeros < 20 ? 0 : zeros / 10 - 1;
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-512", e);
    }
  }
}
