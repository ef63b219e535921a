package dev.meshsim.udf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two-step SHA-512 digest of a fingerprint, and how each format cuts it. */
final class Digests {

  static final int SHA2_TYPE = 96;

  private Digests() {}

  /**
   * SHA-512 of the content type, a colon, and the SHA-512 of the data (mesh-udf-08 5.1.2): 64
   * octets. The data are hashed first so that they can be tried with several content types.
   */
  static byte[] typed(String contentType, byte[] data) {
    MessageDigest sha = sha512();
    byte[] inner = sha.digest(data);
    sha.update(contentType.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) ':');
    return sha.digest(inner);
  }

  /** The type octet and the digest, cut to {@code bits} bits. */
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
      octets[whole] =
          (byte) (format == UdfFormat.PORTAL_2017 ? last << spare : last & (0xff << spare));
    }
    return octets;
  }

  /**
   * How many steps the type octet rises: 1, 2, 3 or 4 from 20, 30, 40 or 50 trailing zero bits.
   *
   * <p>The draft contradicts itself: 5.1.3 looks for "trailing" and for "leading" zeros, in "the
   * first 8 bytes", and 5.1 says "bytes 0-3". Its worked examples (5.1.8 and 5.1.9) leave one
   * reading: the zeros are at the very end of the 64 octets, least significant bits last, and the
   * text starts with the digest's first octet. Section 3.4.1 agrees, and so do we.
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
