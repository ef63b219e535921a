package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.error.Failing;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.h2.database.Database;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.GroupWriter;
import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.store.h2.database.Retry;
import dev.meshsim.store.h2.database.Schema;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlDialect;
import dev.meshsim.store.h2.database.SqlStore;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A machine's claim on its schema ends when its store is closed, and not some time afterwards, when
 * the server has noticed that the connection is gone.
 */
@Once
class PostgresqlClaimTest {

  private static final int ROUNDS = 50;
  private static final String CLAIMS =
      "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
          + " AND (CAST(classid AS BIGINT) << 32) + CAST(objid AS BIGINT) = ?";

  private final String schema = Postgresql.freshSchema();
  private final Database database = PostgresqlServer.database(Postgresql.url(), schema);
  private final RandomStream random = World.seeded(1).stream("machine", "retry");
  private Session observer;

  @BeforeEach
  void connect() throws SQLException {
    observer = database.connect();
  }

  @AfterEach
  void cleanUp() throws SQLException {
    observer.close();
    Postgresql.drop(schema);
  }

  private MachineStore open() {
    return RelationalStores.machine(Postgresql.url(), schema, StoreMode.TEST, random);
  }

  private long claims() throws SQLException {
    return observer.number(CLAIMS, SqlDialect.claimKey(schema));
  }

  @Test
  void whoeverHasClosedTheStoreHasNoClaimAnyMore() throws SQLException {
    for (int round = 0; round < ROUNDS; round++) {
      MachineStore store = open();
      assertEquals(1, claims(), "while it is open");
      store.close();
      assertEquals(0, claims(), "closed, round " + round);
    }
  }

  @Test
  void aStoreThatLostItsTransactionGivesUpItsClaimAsWell() throws SQLException {
    SqlStore store =
        new SqlStore(
            database, Schema.MACHINE, RelationalStores.contentOf(StoreMode.TEST), random, () -> {});
    assertThrows(
        IllegalStateException.class,
        () ->
            store.write(
                (session, head) -> {
                  throw new IllegalStateException("a fault in the program");
                }));
    assertEquals(1, claims());
    store.close();
    assertEquals(0, claims());
  }

  /** There are no tables, so the claim is made and the first reading fails. */
  @Test
  void anOpeningThatFailsAfterTheClaimGivesItUp() throws SQLException {
    Retry retry = new Retry(database.place(), random);
    for (int round = 0; round < ROUNDS; round++) {
      assertThrows(
          SQLException.class, () -> new GroupWriter(database, retry, new LongAdder(), false));
      assertEquals(0, claims(), "round " + round);
    }
  }

  @Test
  void whoIsRefusedDoesNotEndTheClaimOfAnother() throws SQLException {
    try (MachineStore store = open()) {
      Failing.with(DatabaseException.Code.LOCKED, this::open);
      assertEquals(1, claims());
      assertEquals(StoreMode.TEST, store.mode());
    }
    open().close();
  }
}
