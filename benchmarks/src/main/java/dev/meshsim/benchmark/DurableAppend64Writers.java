package dev.meshsim.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many durable appends do 64 writers make together, beside one who writes and forces the bare
 * octets?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar DurableAppend64Writers}. Target:
 * append with jlog / raw at least 6, aim 10.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DurableAppend64Writers {

  /** A write and a force, by one thread. */
  @Benchmark
  @Threads(1)
  public int raw(Appends.Raw file) throws IOException {
    return file.append();
  }

  /** A transaction that puts one record, by each of 64 threads. */
  @Benchmark
  @Threads(64)
  public long append(Appends.Store store) {
    return store.append();
  }
}
