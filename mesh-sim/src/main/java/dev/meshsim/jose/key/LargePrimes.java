package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.math.BigInteger;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;

/**
 * Bouncy Castle's search of RSA keys, with the same result from the same random octets in less
 * time. A prime below the square root of 2 times a power of 2 is no factor of a modulus of the
 * exact length. Bouncy Castle refuses such a number after it has found out that it is prime, this
 * class before. Numbers with small factors are found by a sieve, and most other composites by
 * Fermat's test to the base 2, which every prime passes.
 */
final class LargePrimes extends RSAKeyPairGenerator {

  /** The first 16 bits of the square root of 2. */
  private static final int LEAST = 0xb504;

  /** How often Bouncy Castle adds 2 to a number before it draws another. */
  private static final int ADDITIONS = 256;

  private final RandomStream random;

  /**
   * Makes a generator.
   *
   * @param random the stream with whose adapter the generator is initialized
   */
  LargePrimes(RandomStream random) {
    this.random = random;
  }

  @Override
  protected BigInteger chooseRandomPrime(int bits, BigInteger e, BigInteger squaredBound) {
    while (true) {
      BigInteger p = candidate(bits);
      if (p.multiply(p).compareTo(squaredBound) >= 0
          && BigInteger.TWO.modPow(p.subtract(BigInteger.ONE), p).equals(BigInteger.ONE)
          && isProbablePrime(p)
          && e.gcd(p.subtract(BigInteger.ONE)).equals(BigInteger.ONE)) {
        return p;
      }
    }
  }

  /** Draws a number without small factors that is large enough. */
  private BigInteger candidate(int bits) {
    while (true) {
      byte[] octets = random.bytes(bits / Byte.SIZE);
      octets[0] |= (byte) 0x80;
      octets[octets.length - 1] |= 1;
      if (((octets[0] & 0xff) << 8 | (octets[1] & 0xff)) < LEAST) {
        continue;
      }
      BigInteger first = new BigInteger(1, octets);
      int n = SmallFactors.sieve(first, ADDITIONS).nextClearBit(0);
      BigInteger number = first.add(BigInteger.valueOf(2L * n));
      if (n < ADDITIONS && number.bitLength() == bits) {
        return number;
      }
    }
  }
}
