package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.store.h2.Postgresql;
import dev.meshsim.world.World;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

  private final Retry retry = new Retry("here", World.seeded(1).stream("test", "retry"));

  @Test
  void whatWasOvertakenIsDoneAgain() throws SQLException {
    AtomicInteger runs = new AtomicInteger();
    String result =
        retry.run(
            () -> {
              if (runs.incrementAndGet() < 4) {
                throw new SQLException("overtaken", runs.get() % 2 == 0 ? "40001" : "40P01");
              }
              return "done";
            });
    assertEquals("done", result);
    assertEquals(4, runs.get());
  }

  @Test
  void itGivesUpAfterSomeAttempts() {
    AtomicInteger runs = new AtomicInteger();
    MeshException e =
        Failing.with(
            DatabaseException.Code.BUSY,
            () ->
                retry.run(
                    () -> {
                      assertTrue(runs.incrementAndGet() <= Retry.ATTEMPTS, "it goes on");
                      throw new SQLException("overtaken", "40001");
                    }));
    assertEquals(Retry.ATTEMPTS, runs.get());
    assertEquals("store.database.busy", e.code());
  }

  @Test
  void anInterruptEndsTheRetries() {
    AtomicInteger runs = new AtomicInteger();
    Thread.currentThread().interrupt();
    try {
      MeshException e =
          Failing.with(
              DatabaseException.Code.BUSY,
              () ->
                  retry.run(
                      () -> {
                        runs.incrementAndGet();
                        throw new SQLException("overtaken", "40001");
                      }));
      assertTrue(e.problem().endsWith("since the thread was interrupted"), e.problem());
      assertTrue(Thread.currentThread().isInterrupted());
    } finally {
      Thread.interrupted();
    }
    assertEquals(1, runs.get());
  }

  @Test
  void anotherFailurePassesAtOnce() {
    SQLException failure = new SQLException("the disk", "58030");
    AtomicInteger runs = new AtomicInteger();
    assertSame(
        failure,
        assertThrows(
            SQLException.class,
            () ->
                retry.run(
                    () -> {
                      runs.incrementAndGet();
                      throw failure;
                    })));
    assertEquals(1, runs.get());
  }

  @Test
  void postgresqlSays40001WhenASerializableTransactionIsOvertaken() throws SQLException {
    String url = Postgresql.url();
    String schema = Postgresql.freshSchema();
    Postgresql.execute("CREATE SCHEMA " + schema);
    Postgresql.execute("CREATE TABLE " + schema + ".n (v INT)");
    Postgresql.execute("INSERT INTO " + schema + ".n VALUES (0)");
    AtomicInteger runs = new AtomicInteger();
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);
      int last = retry.run(() -> increment(connection, schema, runs.incrementAndGet() == 1));
      assertEquals(11, last);
    } finally {
      Postgresql.drop(schema);
    }
    assertEquals(2, runs.get());
  }

  private static int increment(Connection connection, String schema, boolean disturbed)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int before;
      try (ResultSet row = statement.executeQuery("SELECT v FROM " + schema + ".n")) {
        row.next();
        before = row.getInt(1);
      }
      if (disturbed) {
        Postgresql.execute("UPDATE " + schema + ".n SET v = 10");
      }
      statement.execute("UPDATE " + schema + ".n SET v = " + (before + 1));
      connection.commit();
      return before + 1;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }
}
