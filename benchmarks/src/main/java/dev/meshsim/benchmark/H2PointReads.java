package dev.meshsim.benchmark;

import dev.meshsim.log.DataItem;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast does a portal's H2 store read records that it has read before, beside a bare point read:
 * one prepared statement that reads a row of the same size by its 64-bit key?
 *
 * <p>Ours finds the latest version of a record by its name, in a transaction of its own, and says
 * so only when what it saw is on the disk. Both have memory for all of the data, and read rows in
 * the same random order; in the warm-up each is read once at least.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2PointReads}. Target: 226,000 to
 * 360,000 reads a second by both. The young generation is small, since a system that takes back
 * memory makes one that is seldom used slow. Making a million rows takes a minute or two; {@code -p
 * rows=100000} is quicker.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 20, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-Xmn256m"})
public class H2PointReads {

  /** Ours, by name. */
  @Benchmark
  public Optional<DataItem> ours(H2Rows.Ours rows) {
    return rows.read();
  }

  /** H2 alone, by 64-bit key. */
  @Benchmark
  public byte[] bare(H2Rows.Bare rows) throws SQLException {
    return rows.read();
  }
}
