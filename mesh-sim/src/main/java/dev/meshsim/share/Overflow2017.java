package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recovery of shares that the reference implementation of 2017 may have computed wrongly.
 *
 * <p>It held the powers of the index in 32-bit integers, which overflow silently from a quorum of 9
 * on (15^8 is over 2^31). A wrong value is still a sum of the coefficients, each times a known
 * word: the wrapped power. So a quorum of such shares is a linear system, and where it has one
 * solution the secret can be recovered. It is assumed that the wrapped power is signed, that the
 * remainder has the sign of the sum, and that a negative remainder was written in two's complement.
 *
 * <p>The shares do not show which program wrote them. The reference implementation draws
 * coefficients under 2^128; a wrong solution has only such coefficients with a probability of
 * 2^-quorum. This rare recovery uses BigInteger and does not run in constant time.
 */
final class Overflow2017 implements ShareModel {

  private static final int SECRET_BITS = 128;
  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(129).subtract(BigInteger.valueOf(25));
  static final Overflow2017 INSTANCE = new Overflow2017();

  private Overflow2017() {}

  /** True if the share of this index was computed with a power that does not fit in 32 bits. */
  static boolean touches(int quorum, int index) {
    long power = 1;
    for (int exponent = 1; exponent < quorum; exponent++) {
      power *= index;
      if (power > Integer.MAX_VALUE) {
        return true;
      }
    }
    return false;
  }

  /** The secret, if the shares have only one possible meaning. */
  static byte[] recover(List<KeyShare> shares) {
    List<byte[]> readings = readings(shares);
    if (readings.size() > 1 && !Arrays.equals(readings.get(0), readings.get(1))) {
      readings.forEach(octets -> Arrays.fill(octets, (byte) 0));
      throw ShareException.overflow2017(
          "the reference implementation's 32-bit overflow may have spoiled "
              + touched(shares)
              + ", and the shares give one secret if it did and another if not",
          "give the secret's identifier, one more share, or shares with smaller indexes");
    }
    return readings.get(0);
  }

  /** The possible secrets: the one without overflow, the one with it, or both. */
  static List<byte[]> readings(List<KeyShare> shares) {
    List<byte[]> possible = new ArrayList<>();
    byte[] plain = plain(shares);
    if (plain != null) {
      possible.add(plain);
    }
    // A surplus share that fits confirms the result, so no second meaning is sought.
    boolean confirmed = plain != null && shares.size() > shares.get(0).quorum();
    byte[] wrapped = confirmed ? null : wrapped(shares);
    if (wrapped != null) {
      possible.add(wrapped);
    }
    if (possible.isEmpty()) {
      throw failure(shares);
    }
    return possible;
  }

  private static byte @Nullable [] plain(List<KeyShare> shares) {
    if (shares.stream().anyMatch(KeyShare::negative)
        || !ShareConsistency.holds(shares, OnePolynomial.INSTANCE)) {
      return null;
    }
    KeyShare first = shares.get(0);
    return Interpolation.octets(
        first, Interpolation.atZero(shares.toArray(new KeyShare[0]), first.quorum()));
  }

  private static byte @Nullable [] wrapped(List<KeyShare> shares) {
    if (!ShareConsistency.holds(shares, INSTANCE)) {
      return null;
    }
    BigInteger[] solution = solve(shares.subList(0, shares.get(0).quorum()));
    byte[] octets = new byte[SECRET_BITS / Byte.SIZE];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = solution[0].shiftRight(i * Byte.SIZE).byteValue();
    }
    return octets;
  }

  private static ShareException failure(List<KeyShare> shares) {
    int plain = ShareConsistency.largest(shares, OnePolynomial.INSTANCE);
    int wrapped = ShareConsistency.largest(shares, INSTANCE);
    int difference = Integer.bitCount(plain) - Integer.bitCount(wrapped);
    if (difference != 0 || (plain == wrapped && plain != 0)) {
      return ShareConsistency.wrongShares(shares, difference > 0 ? plain : wrapped);
    }
    return ShareException.overflow2017(
        "the shares fit together neither as they should nor as the reference implementation's"
            + " 32-bit overflow spoils "
            + touched(shares),
        "check for mistyped characters, or use shares with smaller indexes, which never overflow");
  }

  private static String touched(List<KeyShare> shares) {
    List<String> indexes = new ArrayList<>();
    for (KeyShare share : shares) {
      if (touches(share.quorum(), share.index())) {
        indexes.add(String.valueOf(share.index()));
      }
    }
    return (indexes.size() == 1 ? "share " : "shares ") + String.join(", ", indexes);
  }

  @Override
  public @Nullable Predicate<KeyShare> through(List<KeyShare> quorum) {
    BigInteger[] coefficients = solve(quorum);
    if (Arrays.stream(coefficients).anyMatch(a -> a.bitLength() > SECRET_BITS)) {
      return null;
    }
    return share -> value(share).equals(evaluate(coefficients, share.index()));
  }

  /** The value that the reference implementation computes: {@code power} overflows on purpose. */
  private static BigInteger evaluate(BigInteger[] coefficients, int index) {
    BigInteger sum = BigInteger.ZERO;
    int power = 1;
    for (BigInteger coefficient : coefficients) {
      sum = sum.add(coefficient.multiply(BigInteger.valueOf(power)));
      power *= index;
    }
    return sum.mod(PRIME);
  }

  private static BigInteger value(KeyShare share) {
    byte[] octets = new byte[share.value().length * Long.BYTES];
    Limbs.writeBigEndian(share.value(), octets, 0, octets.length);
    return new BigInteger(1, octets);
  }

  /**
   * Solves the system by Gauss-Jordan elimination. Every set of the indexes 1 to 15 has one
   * solution, and so has each part of it that was eliminated before: no pivot is 0.
   */
  private static BigInteger[] solve(List<KeyShare> quorum) {
    int size = quorum.size();
    BigInteger[][] rows = new BigInteger[size][size + 1];
    for (int i = 0; i < size; i++) {
      int power = 1;
      for (int j = 0; j < size; j++) {
        rows[i][j] = BigInteger.valueOf(power).mod(PRIME);
        power *= quorum.get(i).index();
      }
      rows[i][size] = value(quorum.get(i));
    }
    for (int column = 0; column < size; column++) {
      BigInteger[] row = rows[column];
      BigInteger inverse = row[column].modInverse(PRIME);
      for (int j = column; j <= size; j++) {
        row[j] = row[j].multiply(inverse).mod(PRIME);
      }
      eliminate(rows, column);
    }
    return Arrays.stream(rows).map(row -> row[size]).toArray(BigInteger[]::new);
  }

  private static void eliminate(BigInteger[][] rows, int column) {
    for (int i = 0; i < rows.length; i++) {
      BigInteger[] row = rows[i];
      BigInteger factor = row[column];
      if (i != column && factor.signum() != 0) {
        for (int j = column; j < row.length; j++) {
          row[j] = row[j].subtract(factor.multiply(rows[column][j])).mod(PRIME);
        }
      }
    }
  }
}
