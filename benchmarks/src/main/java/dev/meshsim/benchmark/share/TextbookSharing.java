package dev.meshsim.benchmark.share;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/** Shamir's scheme in its textbook form, with BigInteger: the usual implementation. */
final class TextbookSharing {

  private final BigInteger prime;
  private final SecureRandom random;

  /** Shares numbers under 2^bits modulo the smallest prime over 2^bits. */
  TextbookSharing(int bits, SecureRandom random) {
    this.prime = BigInteger.ONE.shiftLeft(bits).nextProbablePrime();
    this.random = random;
  }

  Map<Integer, BigInteger> split(byte[] secret, int quorum, int shares) {
    BigInteger[] coefficients = new BigInteger[quorum];
    coefficients[0] = new BigInteger(1, secret);
    for (int i = 1; i < quorum; i++) {
      coefficients[i] = new BigInteger(prime.bitLength() - 1, random);
    }
    Map<Integer, BigInteger> values = new TreeMap<>();
    for (int x = 1; x <= shares; x++) {
      BigInteger value = BigInteger.ZERO;
      for (int i = quorum - 1; i >= 0; i--) {
        value = value.multiply(BigInteger.valueOf(x)).add(coefficients[i]).mod(prime);
      }
      values.put(x, value);
    }
    return values;
  }

  byte[] combine(Map<Integer, BigInteger> shares) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<Integer, BigInteger> share : shares.entrySet()) {
      BigInteger over = share.getValue();
      BigInteger under = BigInteger.ONE;
      for (int other : shares.keySet()) {
        if (other != share.getKey()) {
          over = over.multiply(BigInteger.valueOf(other)).mod(prime);
          under = under.multiply(BigInteger.valueOf((long) other - share.getKey()));
        }
      }
      sum = sum.add(over.multiply(under.modInverse(prime)));
    }
    return sum.mod(prime).toByteArray();
  }
}
