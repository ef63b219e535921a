package dev.meshsim.scenario.simulation.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of seeds.
 *
 * @param first the first seed
 * @param last the last seed, not before the first
 */
public record SeedRange(long first, long last) {

  /** Checks the order. */
  public SeedRange {
    if (first > last) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }

  /** The number of seeds. */
  public long count() {
    return last - first + 1;
  }

  /**
   * Cuts the range into parts whose sizes differ by one at most; fewer parts if there are not so
   * many seeds.
   */
  public List<SeedRange> parts(int wanted) {
    long number = Math.min(wanted, count());
    List<SeedRange> parts = new ArrayList<>();
    long begin = first;
    for (long i = 0; i < number; i++) {
      long size = count() / number + (i < count() % number ? 1 : 0);
      parts.add(new SeedRange(begin, begin + size - 1));
      begin += size;
    }
    return List.copyOf(parts);
  }
}
