package dev.meshsim.benchmark.store;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.IndexAccess;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
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
 * Question: how much memory does a log's index need, and how fast does it find a record, beside
 * {@link MapIndex}, which keeps the same facts in {@link java.util.HashMap} and objects?
 *
 * <p>Half of the records are profiles, found by their fingerprints, half are accounts, found by
 * their names and by the fingerprints of their profiles. Both indexes answer with a record's place
 * in its log, in the same random order. Before each warm-up the benchmark prints the heap that an
 * index fills, in octets a record, and the time of a full collection with it.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar IndexTables}. Target: maps / tables
 * at least 2 in heap, tables / maps at most 1.3 in time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
public class IndexTables {

  /** The records, and which of them is asked for next. */
  @State(Scope.Thread)
  public abstract static class Records {

    private static final int UDF_OCTETS = 20;
    static final int LINE_OCTETS = 1100;
    // A prime number, so that its multiples visit every account before one comes again.
    private static final long STEP = 1_000_003;

    /** How many, in both logs together. */
    @Param("1000000")
    public int records;

    private String[] names = {};
    private String[] udfs = {};
    private int position;

    abstract void add(LogName log, String key, List<IndexTerm> terms, long addedMillis, long place);

    /** Adds the records, and prints the heap that they take. */
    @Setup
    public void fill() {
      names = new String[records / 2];
      udfs = new String[records / 2];
      RandomStream random = World.seeded(1).stream("benchmark", "index tables");
      for (int i = 0; i < names.length; i++) {
        names[i] = "Account$user%07d@example.com".formatted(i);
        udfs[i] = "M" + Bytes.of(random.bytes(UDF_OCTETS)).hex().toUpperCase(Locale.ROOT);
      }
      long now = World.seeded(1).now().toEpochMilli();
      long before = used();
      for (int i = 0; i < names.length; i++) {
        long place = (long) i * LINE_OCTETS;
        add(LogName.MESH, parsed(udfs[i]), List.of(), now + i, place);
        IndexTerm term = new IndexTerm("UDF", parsed(udfs[i]));
        add(LogName.PORTAL, parsed(names[i]), List.of(term), now + i, place);
      }
      double octets = (used() - before) / (double) records;
      long collected = collecting();
      System.gc();
      System.out.printf(
          Locale.ROOT,
          "# heap: %.1f octets a record, a full collection: %d ms%n",
          octets,
          collecting() - collected);
    }

    /** A string of its own, as a parser makes one. */
    private static String parsed(String text) {
      return new String(text.toCharArray());
    }

    private static long used() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long collecting() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .mapToLong(GarbageCollectorMXBean::getCollectionTime)
          .sum();
    }

    final String nextName() {
      return names[next()];
    }

    final IndexTerm nextTerm() {
      return new IndexTerm("UDF", udfs[next()]);
    }

    private int next() {
      position = (int) ((position + STEP) % names.length);
      return position;
    }
  }

  /** The index of a portal's log. */
  @State(Scope.Thread)
  public static class Tables extends Records {

    private final IndexAccess index = new IndexAccess();

    @Override
    void add(LogName log, String key, List<IndexTerm> terms, long addedMillis, long place) {
      index.add(log, key, terms, addedMillis, place, LINE_OCTETS);
    }
  }

  /** The maps. */
  @State(Scope.Thread)
  public static class Maps extends Records {

    private final MapIndex index = new MapIndex();

    @Override
    void add(LogName log, String key, List<IndexTerm> terms, long addedMillis, long place) {
      index.add(log, key, terms, addedMillis, place, LINE_OCTETS);
    }
  }

  /** An account by its name. */
  @Benchmark
  public long tablesByKey(Tables tables) {
    return tables.index.find(LogName.PORTAL, tables.nextName());
  }

  /** An account by its name. */
  @Benchmark
  public long mapsByKey(Maps maps) {
    return maps.index.find(LogName.PORTAL, maps.nextName());
  }

  /** An account by its profile's fingerprint. */
  @Benchmark
  public long tablesByTerm(Tables tables) {
    return tables.index.find(LogName.PORTAL, tables.nextTerm());
  }

  /** An account by its profile's fingerprint. */
  @Benchmark
  public long mapsByTerm(Maps maps) {
    return maps.index.find(LogName.PORTAL, maps.nextTerm());
  }
}
