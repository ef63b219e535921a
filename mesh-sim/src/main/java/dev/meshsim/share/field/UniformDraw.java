package dev.meshsim.share.field;

import dev.meshsim.world.RandomStream;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Numbers uniform in a field, by rejection.
 *
 * <p>Each takes the octets that hold 2^bits, which is up to 8 bits more than that. A draw at or
 * over the largest multiple of the prime that these octets can hold is rejected and the rest is
 * reduced, so that every number of the field comes from equally many draws. About one draw in 256
 * is rejected; then all numbers are drawn anew.
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

  /** How many random octets one number takes. */
  int octets() {
    return octets;
  }

  /** Draws once for all {@code numbers} from the one at {@code from} on. */
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
   * @param number gets the number of the field, with one limb to spare
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
