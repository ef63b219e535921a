package dev.meshsim.benchmark.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Question: how long does a portal's H2 store take to read a record that is not in its cache,
 * compared with one prepared statement that reads a row of equal size by its 64-bit key?
 *
 * <p>The rows are those of {@link H2PointReads}; no row is read twice.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2FirstReads}. There is no target;
 * the difference to {@link H2PointReads} is the gain of the cache.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@OperationsPerInvocation(H2FirstReads.READS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-Xmn256m"})
public class H2FirstReads {

  /** The reads of one iteration; all iterations together read each row once. */
  static final int READS = 50_000;

  /** The store, by name. */
  @Benchmark
  public void ours(H2Rows.Ours rows, Blackhole results) {
    for (int i = 0; i < READS; i++) {
      results.consume(rows.read());
    }
  }

  /** Bare H2, by 64-bit key. */
  @Benchmark
  public void bare(H2Rows.Bare rows, Blackhole results) throws SQLException {
    for (int i = 0; i < READS; i++) {
      results.consume(rows.read());
    }
  }
}
