package dev.meshsim.benchmark;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a portal's H2 store add to a bare point read: one prepared statement that reads a row
 * of the same size by its 64-bit key?
 *
 * <p>Ours finds the latest version of a record by its name, in a transaction of its own, and says
 * so only when what it saw is on the disk. Both have a cache as large as the data, and read rows in
 * the same random order.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2PointReads}. Target: ours / bare
 * at least 0.5. The young generation is small, since a system that takes back memory makes one that
 * is seldom used slow; the warm-up is long, since a page is read from the file the first time.
 * Making a million rows takes a minute or two; {@code -p rows=100000} is quicker.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 20, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-Xmn256m"})
public class H2PointReads {

  private static final Instant NOW = World.seeded(1).now();
  private static final int BATCH = 500;
  private static final int TEXT_OCTETS = 300;
  private static final String SETTINGS = ";CACHE_SIZE=2000000;WRITE_DELAY=0";

  /** The rows there are, and which of them comes next. */
  abstract static class Rows {

    private static final int ORDER = 1 << 20;

    private final RandomStream random = World.seeded(1).stream("benchmark", "point reads");
    private final int[] order = new int[ORDER];
    private int position;

    final void shuffle(int rows) {
      ByteBuffer drawn = ByteBuffer.wrap(random.bytes(ORDER * Integer.BYTES));
      for (int i = 0; i < ORDER; i++) {
        order[i] = Math.floorMod(drawn.getInt(), rows);
      }
    }

    final int next() {
      position = (position + 1) % ORDER;
      return order[position];
    }

    final Bytes text() {
      return Bytes.utf8("{\"Account\":\"" + Bytes.of(random.bytes(TEXT_OCTETS / 2)).hex() + "\"}");
    }
  }

  /** A portal's store. */
  @SuppressWarnings("NullAway.Init") // JMH calls open first
  @State(Scope.Thread)
  public static class Ours extends Rows {

    /** How many. */
    @Param("1000000")
    public int rows;

    private ScratchDirectory scratch;
    private PortalStore store;

    /** Makes the rows. */
    @Setup
    public void open() throws IOException {
      scratch = new ScratchDirectory();
      store = PortalStores.named("h2").open(scratch.path(), World.seeded(1), line -> {});
      for (int from = 0; from < rows; from += BATCH) {
        int first = from;
        store.transact(
            tx -> {
              for (int i = first; i < Math.min(first + BATCH, rows); i++) {
                IndexTerm udf = new IndexTerm("UDF", "MB5S-R4AJ-3FBT-7NHO-T26Z-" + i);
                tx.put(Change.create(LogName.PORTAL, name(i), List.of(udf), text(), NOW));
              }
              return first;
            });
      }
      shuffle(rows);
    }

    private static String name(int row) {
      return "Account$user" + row + "@example.com";
    }

    /** Removes them. */
    @TearDown
    public void close() throws IOException {
      store.close();
      scratch.close();
    }
  }

  /** A table and a statement. */
  @SuppressWarnings("NullAway.Init") // JMH calls open first
  @State(Scope.Thread)
  public static class Bare extends Rows {

    /** How many. */
    @Param("1000000")
    public int rows;

    private ScratchDirectory scratch;
    private Connection connection;
    private PreparedStatement select;

    /** Makes the rows. */
    @Setup
    public void open() throws IOException, SQLException {
      scratch = new ScratchDirectory();
      connection =
          DriverManager.getConnection("jdbc:h2:file:" + scratch.path().resolve("bare") + SETTINGS);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE record (id BIGINT PRIMARY KEY, text BYTEA NOT NULL)");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO record (id, text) VALUES (?, ?)")) {
        for (int i = 0; i < rows; i++) {
          insert.setLong(1, i);
          insert.setBytes(2, text().toArray());
          insert.executeUpdate();
          if (i % BATCH == 0) {
            connection.commit();
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      select = connection.prepareStatement("SELECT text FROM record WHERE id = ?");
      shuffle(rows);
    }

    /** Removes them. */
    @TearDown
    public void close() throws IOException, SQLException {
      connection.close();
      scratch.close();
    }
  }

  /** Ours, by name. */
  @Benchmark
  public Optional<DataItem> ours(Ours state) {
    String name = Ours.name(state.next());
    return state.store.transact(tx -> tx.latest(LogName.PORTAL, name));
  }

  /** H2 alone, by 64-bit key. */
  @Benchmark
  public byte[] bare(Bare state) throws SQLException {
    state.select.setLong(1, state.next());
    try (ResultSet found = state.select.executeQuery()) {
      found.next();
      return found.getBytes(1);
    }
  }
}
