package dev.meshsim.benchmark.log;

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
 * Question: how many durable appends do 64 writers make together, compared with one thread that
 * writes and forces the bare octets?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar DurableAppend64Writers}. Target:
 * docs/performance.md 13.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DurableAppend64Writers {

  /** One write and one force, by one thread. */
  @Benchmark
  @Threads(1)
  public int raw(Appends.Raw file) throws IOException {
    return file.append();
  }

  /** One transaction with one record, by each of 64 threads. */
  @Benchmark
  @Threads(64)
  public long append(Appends.Store store) {
    return store.append();
  }
}
