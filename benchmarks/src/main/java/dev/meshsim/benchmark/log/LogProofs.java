package dev.meshsim.benchmark.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does a portal take for the proofs of an answer, with 1,000 to 1,000,000
 * records in its log?
 *
 * <p>map is the proof of the latest record of a key with that of the head of the map; continued
 * adds the path from a checkpoint of half the size, receipt the place of one record more. Command:
 * {@code java -jar benchmarks/target/benchmarks.jar LogProofs}. Aim: 50 microseconds a proof at
 * 1,000,000 records; docs/performance.md does not judge it yet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class LogProofs {

  private static final Bytes TEXT = Bytes.utf8("{}");
  private static final int BATCH = 1000;

  /** How many records the log has, each of a key of its own. */
  @Param({"1000", "1000000"})
  public int records;

  private PortalLog log;
  private LogQuery none;
  private LogQuery half;
  private LogQuery receipt;
  private int next;

  /** Makes the records and a checkpoint. */
  @Setup
  public void prepare() {
    SeededWorld world = World.seeded(1);
    MemoryPortalStore store = new MemoryPortalStore();
    PortalKeyring keys = new PortalKeyring(world, "example.com", new MemoryPortalStore());
    for (int from = 0; from < records; from += BATCH) {
      List<List<Change>> batch = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        batch.add(List.of(Change.create(LogName.MESH, "key" + i, List.of(), TEXT, world.now())));
      }
      store.load(batch);
    }
    log = new PortalLog(world, "example.com", store, keys::logSigner, CheckpointPolicy.USUAL);
    log.makeNow();
    none = new LogQuery(0, List.of());
    half = new LogQuery(records / 2, List.of());
    receipt = new LogQuery(0, List.of(records / 3L));
  }

  private Optional<LogAnswer> answer(LogQuery query) {
    next = (next + 7919) % records;
    return log.answer(LogName.MESH, "key" + next, query, Optional.empty());
  }

  /** The latest record of a key. */
  @Benchmark
  public Optional<LogAnswer> map() {
    return answer(none);
  }

  /** The same, and the path from an earlier checkpoint. */
  @Benchmark
  public Optional<LogAnswer> continued() {
    return answer(half);
  }

  /** The same as map, and the place of a record that a receipt promises. */
  @Benchmark
  public Optional<LogAnswer> receipt() {
    return answer(receipt);
  }
}
