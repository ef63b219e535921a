package dev.meshsim.share.field;

import dev.meshsim.world.RandomStream;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A generator of uniformly distributed field elements, by rejection.
 *
 * <p>Each element takes as many octets as 2^bits needs, up to 8 bits more. A draw at or over the
 * largest multiple of the prime within these octets is rejected; any other is reduced, so that
 * every element results from equally many draws. At most about one draw in 256 is rejected; then
 * all elements are drawn again.
 */
final class UniformDraw {

  private final PrimeField field;
  private final int octets;
  private final long[] limit;

  UniformDraw(PrimeField field, BigInteger prime) {
    this.field = field;
    this.octets = field.bits() / Byte.SIZE + 1;
    this.limit = new long[field.limbs()];
    BigInteger draws = BigInteger.ONE.shiftLeft(octets * Byte.SIZE);
    byte[] largest = draws.subtract(draws.mod(prime)).toByteArray();
    Limbs.readBigEndian(largest, 0, largest.length, limit);
  }

  /** The number of random octets that one element takes. */
  int octets() {
    return octets;
  }

  /** Replaces the elements of {@code numbers} from index {@code from} on by random ones. */
  void fill(long[][] numbers, int from, RandomStream random) {
    byte[] drawn = new byte[(numbers.length - from) * octets];
    boolean all;
    do {
      random.nextBytes(drawn);
      all = true;
      for (int i = from; i < numbers.length; i++) {
        numbers[i] = new long[field.limbs() + 1];
        all &= accept(drawn, (i - from) * octets, numbers[i]);
      }
    } while (!all);
    Arrays.fill(drawn, (byte) 0);
  }

  /**
   * Reads one draw, little-endian.
   *
   * @param number receives the field element; it has a spare limb
   * @return false if the draw is rejected
   */
  boolean accept(byte[] drawn, int at, long[] number) {
    Limbs.readLittleEndian(drawn, at, octets, number);
    number[field.limbs()] = 0;
    long borrow = 0;
    for (int i = 0; i < limit.length; i++) {
      borrow = Limbs.borrow(number[i], limit[i], number[i] - limit[i] - borrow);
    }
    field.reduce(number);
    return borrow != 0;
  }
}
