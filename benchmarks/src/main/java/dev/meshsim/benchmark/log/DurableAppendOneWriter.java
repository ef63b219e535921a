package dev.meshsim.benchmark.log;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does one writer's durable append take, compared with a bare write and force of
 * equal octets?
 *
 * <p>The two take turns, since the speed of a shared disk varies, and their order alternates, since
 * the second may find the disk busy with the first. JMH prints the total nanoseconds of each as
 * {@code turns:rawNanos} and {@code turns:appendNanos}.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar DurableAppendOneWriter}. Target:
 * docs/performance.md 13.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 20, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DurableAppendOneWriter {

  /** The total times. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Times {

    /** Nanoseconds of the bare file. */
    public long rawNanos;

    /** Nanoseconds of the store. */
    public long appendNanos;

    private boolean rawFirst;
  }

  /** One write and force, and one transaction with one record. */
  @Benchmark
  public long turns(Appends.Raw file, Appends.Store store, Times times) throws IOException {
    times.rawFirst = !times.rawFirst;
    return times.rawFirst
        ? raw(file, times) + append(store, times)
        : append(store, times) + raw(file, times);
  }

  private static int raw(Appends.Raw file, Times times) throws IOException {
    long before = System.nanoTime();
    int written = file.append();
    times.rawNanos += System.nanoTime() - before;
    return written;
  }

  private static long append(Appends.Store store, Times times) {
    long before = System.nanoTime();
    long number = store.append();
    times.appendNanos += System.nanoTime() - before;
    return number;
  }
}
