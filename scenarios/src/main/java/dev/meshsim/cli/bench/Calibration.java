package dev.meshsim.cli.bench;

import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fixed piece of work, timed before, between and after the benchmarks. Its times differ only as
 * far as the machine does: other work beside the benchmarks, or a processor that slows down.
 */
final class Calibration {

  private static final int TIMES = 5;
  private static final int ROUNDS = 12_000_000;

  private final World clock;
  private final List<Double> milliseconds = new ArrayList<>();

  Calibration(World clock) {
    this.clock = clock;
    everywhere();
  }

  /** Times the work a few times. */
  void measure() {
    for (int i = 0; i < TIMES; i++) {
      Instant begin = clock.now();
      long result = everywhere();
      Instant end = clock.now();
      if (result != 0) {
        milliseconds.add(Duration.between(begin, end).toNanos() / 1e6);
      }
    }
  }

  /** The work on each processor at once: JMH's compilers and collectors need the others too. */
  private static long everywhere() {
    int processors = Runtime.getRuntime().availableProcessors();
    return IntStream.range(0, processors).parallel().mapToLong(i -> work()).sum();
  }

  /** Steps of xorshift (Marsaglia, 2003), each of which needs the one before. */
  private static long work() {
    long state = 88_172_645_463_325_252L;
    for (int i = 0; i < ROUNDS; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }

  /** All times so far, in milliseconds. */
  List<Double> times() {
    return List.copyOf(milliseconds);
  }

  /** The middle of the times. */
  double median() {
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  /** How much longer than the fastest the slowest of the middle nine tenths took: 0.05 for 5 %. */
  double spread() {
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * 9 / 10) / sorted.get(0) - 1;
  }
}
