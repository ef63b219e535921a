package dev.meshsim.share.field;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/** Textbook secret sharing with BigInteger, to compare the arithmetic with. */
public final class Oracle {

  private Oracle() {}

  public static BigInteger prime(PrimeField field) {
    return BigInteger.ONE.shiftLeft(field.bits()).add(BigInteger.valueOf(field.offset()));
  }

  public static BigInteger number(long[] limbs) {
    ByteBuffer octets = ByteBuffer.allocate(limbs.length * Long.BYTES);
    for (int i = limbs.length - 1; i >= 0; i--) {
      octets.putLong(limbs[i]);
    }
    return new BigInteger(1, octets.array());
  }

  public static long[][] limbs(PrimeField field, List<BigInteger> numbers) {
    long[][] limbs = new long[numbers.size()][field.limbs()];
    for (int i = 0; i < limbs.length; i++) {
      for (int k = 0; k < limbs[i].length; k++) {
        limbs[i][k] = numbers.get(i).shiftRight(64 * k).longValue();
      }
    }
    return limbs;
  }

  static BigInteger evaluate(BigInteger prime, List<BigInteger> coefficients, int x) {
    BigInteger sum = BigInteger.ZERO;
    for (int j = coefficients.size() - 1; j >= 0; j--) {
      sum = sum.multiply(BigInteger.valueOf(x)).add(coefficients.get(j));
    }
    return sum.mod(prime);
  }

  static BigInteger atZero(BigInteger prime, List<Integer> xs, List<BigInteger> ys) {
    BigInteger sum = BigInteger.ZERO;
    for (int m = 0; m < xs.size(); m++) {
      BigInteger over = ys.get(m);
      BigInteger under = BigInteger.ONE;
      for (int j = 0; j < xs.size(); j++) {
        if (j != m) {
          over = over.multiply(BigInteger.valueOf(xs.get(j)));
          under = under.multiply(BigInteger.valueOf(xs.get(j) - xs.get(m)));
        }
      }
      sum = sum.add(over.multiply(under.modInverse(prime)));
    }
    return sum.mod(prime);
  }
}
