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
import java.nio.file.Path;
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
 * so only when what it saw is on the disk. Both have a cache as large as the data.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar H2PointReads}. Target: ours / bare
 * at least 0.5.
 */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class H2PointReads {

  private static final Instant NOW = World.seeded(1).now();
  private static final int BATCH = 500;
  private static final int ORDER = 1 << 20;
  private static final int TEXT_OCTETS = 300;
  private static final String CACHE = ";CACHE_SIZE=2000000;WRITE_DELAY=0";

  /** The rows of each table. */
  @Param("1000000")
  public int rows;

  private final RandomStream random = World.seeded(1).stream("benchmark", "point reads");
  private final int[] order = new int[ORDER];
  private ScratchDirectory scratch;
  private PortalStore store;
  private Connection connection;
  private PreparedStatement select;
  private int position;

  /** Makes both databases and the order of the reads. */
  @Setup
  public void prepare() throws IOException, SQLException {
    ByteBuffer drawn = ByteBuffer.wrap(random.bytes(ORDER * Integer.BYTES));
    for (int i = 0; i < ORDER; i++) {
      order[i] = Math.floorMod(drawn.getInt(), rows);
    }
    scratch = new ScratchDirectory();
    Path directory = scratch.path().resolve("ours");
    store = PortalStores.named("h2").open(directory, World.seeded(1), line -> {});
    fillOurs();
    String url = "jdbc:h2:file:" + scratch.path().resolve("bare") + CACHE;
    connection = DriverManager.getConnection(url);
    fillBare();
    select = connection.prepareStatement("SELECT text FROM record WHERE id = ?");
  }

  private Bytes text() {
    return Bytes.utf8("{\"Account\":\"" + Bytes.of(random.bytes(TEXT_OCTETS / 2)).hex() + "\"}");
  }

  private static String name(int row) {
    return "Account$user" + row + "@example.com";
  }

  private void fillOurs() {
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
  }

  private void fillBare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE record (id BIGINT PRIMARY KEY, text BYTEA NOT NULL)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO record (id, text) VALUES (?, ?)")) {
      for (int i = 0; i < rows; i++) {
        insert.setLong(1, i);
        insert.setBytes(2, text().toArray());
        insert.executeUpdate();
      }
    }
  }

  /** Removes both. */
  @TearDown
  public void remove() throws IOException, SQLException {
    store.close();
    connection.close();
    scratch.close();
  }

  private int next() {
    position = (position + 1) % ORDER;
    return order[position];
  }

  /** Ours, by name. */
  @Benchmark
  public Optional<DataItem> ours() {
    String name = name(next());
    return store.transact(tx -> tx.latest(LogName.PORTAL, name));
  }

  /** H2 alone, by 64-bit key. */
  @Benchmark
  public byte[] bare() throws SQLException {
    select.setLong(1, next());
    try (ResultSet found = select.executeQuery()) {
      found.next();
      return found.getBytes(1);
    }
  }
}
