package dev.meshsim.vectors;

import dev.meshsim.udf.Base32;
import dev.meshsim.world.RandomStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares by plain arithmetic, as mesh-udf-08 4.5 and the reference implementation of 2017 describe
 * them. Slow, but independent of the library's own code.
 */
final class PlainShares {

  static final BigInteger PORTAL_PRIME =
      BigInteger.ONE.shiftLeft(129).subtract(BigInteger.valueOf(25));

  private static final int MESH_TYPE = 144;
  private static final int XOR_MARK = 15;

  private PlainShares() {}

  /** The smallest prime above 2^bits (mesh-udf-08 4.5.1). */
  static BigInteger meshPrime(int bits) {
    BigInteger prime = BigInteger.ONE.shiftLeft(bits).add(BigInteger.ONE);
    while (!prime.isProbablePrime(100)) {
      prime = prime.add(BigInteger.TWO);
    }
    return prime;
  }

  /** The polynomial's value at {@code x}. */
  static BigInteger value(List<BigInteger> coefficients, int x, BigInteger prime) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      sum = sum.multiply(BigInteger.valueOf(x)).add(coefficients.get(i)).mod(prime);
    }
    return sum;
  }

  /**
   * The polynomial's value as the reference implementation of 2017 computed it, wrongly: powers
   * overflow, and the remainder may be negative.
   */
  static BigInteger spoiled(List<BigInteger> coefficients, int x) {
    BigInteger sum = BigInteger.ZERO;
    int power = 1;
    for (BigInteger coefficient : coefficients) {
      sum = sum.add(coefficient.multiply(BigInteger.valueOf(power)));
      power *= x;
    }
    return sum.remainder(PORTAL_PRIME);
  }

  /** The secret and {@code quorum - 1} random coefficients of {@code octets} octets each. */
  static List<BigInteger> coefficients(
      BigInteger secret, int quorum, int octets, RandomStream random) {
    List<BigInteger> all = new ArrayList<>(List.of(secret));
    while (all.size() < quorum) {
      all.add(new BigInteger(1, random.bytes(octets)));
    }
    return all;
  }

  /** Like {@link #coefficients}, but every value at 1 to {@code count} fits in the octets. */
  static List<BigInteger> fitting(
      BigInteger secret, int quorum, int count, int octets, RandomStream random) {
    BigInteger prime = meshPrime(octets * Byte.SIZE);
    while (true) {
      List<BigInteger> found = coefficients(secret, quorum, octets, random);
      boolean fits = true;
      for (int x = 1; x <= count; x++) {
        fits &= value(found, x, prime).bitLength() <= octets * Byte.SIZE;
      }
      if (fits) {
        return found;
      }
    }
  }

  /** A share of the {@code MESH} format. */
  static String mesh(int quorum, int x, BigInteger value, int octets) {
    byte[] text = new byte[2 + octets];
    text[0] = (byte) MESH_TYPE;
    text[1] = (byte) (quorum * 16 + x - 1);
    for (int i = 0; i < octets; i++) {
      text[text.length - 1 - i] = value.shiftRight(i * Byte.SIZE).byteValue();
    }
    return Base32.encode(text, 4);
  }

  /** A share of the {@code PORTAL_2017} format. */
  static String portal(int quorum, int x, BigInteger value) {
    byte[] bigEndian = value.toByteArray();
    byte[] text = new byte[1 + bigEndian.length];
    text[0] = (byte) (quorum * 16 + x - 1);
    for (int i = 0; i < bigEndian.length; i++) {
      text[text.length - 1 - i] = bigEndian[i];
    }
    return grouped(text);
  }

  /** A share of the {@code PORTAL_2017_XOR} format. */
  static String exclusiveOr(int count, byte[] octets) {
    byte[] text = new byte[1 + octets.length];
    text[0] = (byte) (count * 16 + XOR_MARK);
    System.arraycopy(octets, 0, text, 1, octets.length);
    return grouped(text);
  }

  /** Groups of five, with a dash after a full last one. */
  private static String grouped(byte[] octets) {
    String text = Base32.encode(octets, 5);
    return (text.length() + 1) % 6 == 0 ? text + "-" : text;
  }

  /** A secret's octets as the number that the {@code PORTAL_2017} format shares. */
  static BigInteger littleEndian(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[octets.length - 1 - i] = octets[i];
    }
    return new BigInteger(1, reversed);
  }
}
