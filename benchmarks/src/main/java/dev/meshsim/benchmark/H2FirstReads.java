package dev.meshsim.benchmark;

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
 * How long does a portal's H2 store take to read a record that it has not read before, so that H2
 * has to be asked, beside one prepared statement that reads a row of the same size by its 64-bit
 * key?
 *
 * <p>The rows are those of {@link H2PointReads}; none of them is read twice.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2FirstReads}. There is no target;
 * it tells what remembering saves.
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

  /** The reads of one iteration; all of them together are as many as there are rows. */
  static final int READS = 50_000;

  /** Ours, by name. */
  @Benchmark
  public void ours(H2Rows.Ours rows, Blackhole results) {
    for (int i = 0; i < READS; i++) {
      results.consume(rows.read());
    }
  }

  /** H2 alone, by 64-bit key. */
  @Benchmark
  public void bare(H2Rows.Bare rows, Blackhole results) throws SQLException {
    for (int i = 0; i < READS; i++) {
      results.consume(rows.read());
    }
  }
}
