package dev.meshsim.reference;

import dev.meshsim.bytes.Bytes;
import java.util.Arrays;

/**
 * The two DER encodings of an RSA key that fingerprints were taken over, of keys of any size: even
 * one that is too weak to verify with has a fingerprint.
 */
final class RsaDer {

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int SEQUENCE = 0x30;
  private static final byte[] ALGORITHM = Bytes.hex("300d06092a864886f70d0101010500").toArray();

  private RsaDer() {}

  /** RSAPublicKey (RFC 8017 A.1.1) of big-endian unsigned numbers. */
  static byte[] pkcs1(byte[] modulus, byte[] exponent) {
    return element(SEQUENCE, join(integer(modulus), integer(exponent)));
  }

  /** SubjectPublicKeyInfo (RFC 5280 4.1) with {@code rsaEncryption} (RFC 3279 2.3.1). */
  static byte[] spki(byte[] pkcs1) {
    byte[] bits = element(BIT_STRING, join(new byte[1], pkcs1));
    return element(SEQUENCE, join(ALGORITHM, bits));
  }

  private static byte[] integer(byte[] unsigned) {
    boolean signBit = unsigned.length == 0 || unsigned[0] < 0;
    return element(INTEGER, signBit ? join(new byte[1], unsigned) : unsigned);
  }

  private static byte[] element(int tag, byte[] content) {
    return join(header(tag, content.length), content);
  }

  private static byte[] header(int tag, int length) {
    if (length < 0x80) {
      return new byte[] {(byte) tag, (byte) length};
    }
    int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    byte[] header = new byte[2 + octets];
    header[0] = (byte) tag;
    header[1] = (byte) (0x80 | octets);
    for (int i = 0; i < octets; i++) {
      header[1 + octets - i] = (byte) (length >> (8 * i));
    }
    return header;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
