package dev.meshsim.benchmark.log;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does a portal take for the proofs of an answer, with 1,000 to 1,000,000
 * records in its log?
 *
 * <p>map is the proof of the latest record of a key with that of the head of the map; continued
 * adds the path from a checkpoint of half the size, receipt the place of one record more. Prints
 * the heap that the log takes beside the store. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar LogProofs}. Aim at 1,000,000 records: 50 microseconds a proof,
 * 100 MB; docs/performance.md, "The verifiable log".
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class LogProofs {

  private static final Bytes TEXT = Bytes.utf8("{}");
  private static final int BATCH = 1000;
  private static final int COLLECTIONS = 3;

  /** How many records the log has, each of a key of its own. */
  @Param({"1000", "1000000"})
  public int records;

  /** Where the records are. */
  @Param({"memory", "jlog"})
  public String store;

  private @Nullable ScratchDirectory scratch;
  private PortalStore opened;
  private PortalLog log;
  private LogQuery none;
  private LogQuery half;
  private LogQuery receipt;
  private int next;

  /** Makes the records and a checkpoint. */
  @Setup
  public void prepare() throws IOException {
    SeededWorld world = World.seeded(1);
    if (store.equals("memory")) {
      opened = new MemoryPortalStore();
    } else {
      scratch = new ScratchDirectory();
      opened = PortalStores.named(store).open(scratch.path(), world, line -> {});
    }
    PortalKeyring keys = new PortalKeyring(world, "example.com", new MemoryPortalStore());
    for (int from = 0; from < records; from += BATCH) {
      List<List<Change>> batch = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        batch.add(List.of(Change.create(LogName.MESH, "key" + i, List.of(), TEXT, world.now())));
      }
      opened.load(batch);
    }
    opened.tree().proofs().root(records);
    long without = heap();
    log = new PortalLog(world, "example.com", opened, keys::logSigner, CheckpointPolicy.USUAL);
    log.makeNow();
    System.out.printf(Locale.ROOT, "# heap of the log: %.1f MB%n", (heap() - without) / 1e6);
    none = new LogQuery(0, List.of());
    half = new LogQuery(records / 2, List.of());
    receipt = new LogQuery(0, List.of(records / 3L));
  }

  /** The heap in use after collections. */
  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Removes the records. */
  @TearDown
  public void close() throws IOException {
    opened.close();
    if (scratch != null) {
      scratch.close();
    }
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
