package dev.meshsim.sim.schedule;

import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Draws from a random stream. */
public final class Dice {

  private final RandomStream random;

  /** Draws from this stream. */
  public Dice(RandomStream random) {
    this.random = random;
  }

  /**
   * A number from 0 to {@code bound - 1}, each equally likely.
   *
   * @param bound at least 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound is at least 1, not " + bound);
    }
    // The values at the end that would favour small numbers are drawn again.
    long limit = (1L << Integer.SIZE) / bound * bound;
    while (true) {
      long drawn = Integer.toUnsignedLong(ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt());
      if (drawn < limit) {
        return (int) (drawn % bound);
      }
    }
  }

  /** True once in {@code times}, on average. */
  public boolean oneIn(int times) {
    return below(times) == 0;
  }

  /** One of the values, each equally likely. */
  public <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }
}
