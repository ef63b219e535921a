package dev.meshsim.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many durable appends does one writer make, beside a bare write and force of the same octets?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar DurableAppendOneWriter}. Target:
 * append with jlog / raw at least 0.85, aim 0.95. The disk has moods: many short iterations, and
 * medians.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DurableAppendOneWriter {

  /** A write and a force. */
  @Benchmark
  public int raw(Appends.Raw file) throws IOException {
    return file.append();
  }

  /** A transaction that puts one record. */
  @Benchmark
  public long append(Appends.Store store) {
    return store.append();
  }
}
