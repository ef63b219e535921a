package dev.meshsim.benchmark.store;

import dev.meshsim.benchmark.ScratchDirectory;
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
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Rows of about 300 octets in H2 databases, read in one random order; each database has a cache as
 * large as its data.
 */
public class H2Rows {

  private static final Instant NOW = World.seeded(1).now();
  private static final int BATCH = 500;
  private static final int TEXT_OCTETS = 300;
  private static final String SETTINGS = ";CACHE_SIZE=2000000;WRITE_DELAY=0";

  private H2Rows() {}

  /** The order of the rows. */
  abstract static class Rows {

    private final RandomStream random = World.seeded(1).stream("benchmark", "point reads");
    private int[] order = {};
    private int position;

    /** Puts each row once into a random order. */
    final void shuffle(int rows) {
      order = IntStream.range(0, rows).toArray();
      ByteBuffer drawn = ByteBuffer.wrap(random.bytes(rows * Integer.BYTES));
      for (int i = rows - 1; i > 0; i--) {
        int other = Math.floorMod(drawn.getInt(), i + 1);
        int row = order[i];
        order[i] = order[other];
        order[other] = row;
      }
    }

    /** The next row; the first follows the last. */
    final int next() {
      position = (position + 1) % order.length;
      return order[position];
    }

    final Bytes text() {
      return Bytes.utf8("{\"Account\":\"" + Bytes.of(random.bytes(TEXT_OCTETS / 2)).hex() + "\"}");
    }
  }

  /** A portal's store, whose records are found by name. */
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

    Optional<DataItem> read() {
      String name = name(next());
      return store.transact(tx -> tx.latest(LogName.PORTAL, name));
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

  /** A table, and one prepared statement that reads a row by its 64-bit key. */
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

    byte[] read() throws SQLException {
      select.setLong(1, next());
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getBytes(1);
      }
    }

    /** Removes them. */
    @TearDown
    public void close() throws IOException, SQLException {
      connection.close();
      scratch.close();
    }
  }
}
