package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.WorkCount;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of a transaction that reads one record, by H2's own count. */
class PointReadTest {

  @TempDir Path directory;

  private PortalStore store;
  private Connection beside;

  @BeforeEach
  void openStore() throws SQLException {
    store = RelationalStores.portal(directory, World.seeded(1).stream("p", "retry"));
    beside =
        DriverManager.getConnection("jdbc:h2:retry:" + directory.resolve("portal"), "mesh", "");
  }

  @AfterEach
  void closeStore() throws SQLException {
    beside.close();
    store.close();
  }

  private void put(String key, String text) {
    store.transact(
        tx -> {
          Bytes octets = Bytes.utf8(text);
          tx.put(Change.update(LogName.PORTAL, key, List.of(), octets, World.seeded(1).now()));
          return null;
        });
  }

  private String read(String key) {
    return store.transact(
        tx -> tx.latest(LogName.PORTAL, key).map(DataItem::text).map(Bytes::utf8).orElse("none"));
  }

  private Map<String, Integer> statements(Runnable work) throws SQLException {
    try (Statement statement = beside.createStatement()) {
      statement.execute("SET QUERY_STATISTICS FALSE");
      statement.execute("SET QUERY_STATISTICS TRUE");
      work.run();
      Map<String, Integer> counts = new TreeMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT sql_statement, execution_count FROM information_schema.query_statistics")) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getInt(2));
        }
      }
      counts.keySet().removeIf(sql -> sql.startsWith("SET "));
      return counts;
    }
  }

  private Map<String, Integer> reads(int times) throws SQLException {
    return statements(
        () -> {
          for (int n = 0; n < times; n++) {
            assertEquals("1", read("a"));
          }
        });
  }

  @Test
  void aKeyThatWasWrittenTakesOneStatementAndThenNone() throws SQLException {
    put("a", "1");
    assertEquals(Map.of(PortalRows.RECORD, 1), reads(50));
    assertEquals(Map.of(), reads(50));
  }

  @Test
  void aKeyIsKnownFromItsFirstReadOnAndItsRecordFromTheSecond() throws SQLException {
    put("a", "1");
    closeStore();
    openStore();
    assertEquals(Map.of(PortalRows.LATEST, 1), reads(1));
    assertEquals(Map.of(PortalRows.RECORD, 1), reads(50));
  }

  @Test
  void whatIsNotAskedOfTheDatabaseIsCountedAllTheSameButForOctets() {
    put("a", "1");
    read("a");
    WorkCount before = store.counts();
    read("a");
    assertEquals(new WorkCount(1, 1, 0, 0, 0), store.counts().minus(before));
  }

  @Test
  void whatIsReadIsWhatWasWrittenLast() {
    for (int n = 0; n < 20; n++) {
      put("a", "" + n);
      assertEquals("" + n, read("a"));
      assertEquals("" + n, read("a"), "and again");
    }
  }

  @Test
  void aKeyThatIsNotThereIsFoundWhenItIs() {
    assertEquals("none", read("a"));
    put("a", "1");
    assertEquals("1", read("a"));
  }

  @Test
  void aDeletedKeyIsGoneAndMayComeBack() {
    put("a", "1");
    store.transact(
        tx -> {
          tx.put(Change.delete(LogName.PORTAL, "a", World.seeded(1).now()));
          return null;
        });
    assertEquals("none", read("a"));
    assertEquals("none", read("a"), "and again");
    put("a", "2");
    assertEquals("2", read("a"));
  }

  @Test
  void aReadThatACommitOvertakesIsDoneOnASnapshot() throws SQLException {
    put("a", "1");
    Map<String, Integer> counts =
        statements(
            () ->
                store.transact(
                    tx -> {
                      tx.latest(LogName.PORTAL, "a");
                      Thread other = new Thread(() -> put("a", "2"));
                      other.start();
                      join(other);
                      return tx.latest(LogName.PORTAL, "a");
                    }));
    assertTrue(counts.containsKey("COMMIT"), counts::toString);
    assertTrue(counts.containsKey(PortalRows.LATEST), counts::toString);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
