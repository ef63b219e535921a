package dev.meshsim.benchmark.store;

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
 * Question: how fast does a portal's H2 store read cached records, compared with a bare point read:
 * one prepared statement that reads a row of equal size by its 64-bit key?
 *
 * <p>The store finds the latest version of a record by its name, in a transaction of its own, and
 * returns only data that is on the disk. Both have memory for all data and read rows in one random
 * order; the warm-up reads each row at least once.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2PointReads}. Target: 226,000 to
 * 360,000 reads a second by both. The young generation of the heap is small, because a large one is
 * used rarely and is slow where the system reclaims idle memory. Making a million rows takes a
 * minute or two; {@code -p rows=100000} is quicker.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 20, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-Xmn256m"})
public class H2PointReads {

  /** The store, by name. */
  @Benchmark
  public Optional<DataItem> ours(H2Rows.Ours rows) {
    return rows.read();
  }

  /** Bare H2, by 64-bit key. */
  @Benchmark
  public byte[] bare(H2Rows.Bare rows) throws SQLException {
    return rows.read();
  }
}
