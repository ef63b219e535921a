package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portal's store on PostgreSQL whose connections the server ends. */
class LostConnectionTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  private final String schema = Postgresql.freshSchema();
  private PortalStore store;
  private CutProxy way;

  @BeforeEach
  void open() throws IOException {
    way = new CutProxy(Postgresql.url());
    store = RelationalStores.portal(way.url(), schema, World.seeded(4).stream("portal", "retry"));
    put("0");
  }

  @AfterEach
  void dropSchema() throws IOException {
    if (store != null) {
      store.close();
      way.close();
      Postgresql.drop(schema);
    }
  }

  private void put(String text) {
    store.transact(
        tx -> {
          tx.put(Change.create(LogName.PORTAL, "n", List.of(), Bytes.utf8(text), T0));
          return text;
        });
  }

  private void increment() {
    store.transact(
        tx -> {
          int n = Integer.parseInt(tx.latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
          tx.put(
              Change.update(
                  LogName.PORTAL, "n", List.of(), Bytes.utf8(Integer.toString(n + 1)), T0));
          return n;
        });
  }

  private String value() {
    return store.transact(tx -> tx.latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
  }

  @Test
  void readingAndWritingGoOnWithNewConnections() throws IOException {
    assertEquals("0", value());
    way.cut();
    assertEquals("0", value());
    way.cut();
    increment();
    assertEquals("1", value());
    assertTrue(store.check().isEmpty());
  }

  @Test
  void aCommitWhoseAnswerIsLostIsNotMadeTwice() {
    way.cutNextAnswer();
    increment();
    assertEquals("1", value());
    increment();
    assertEquals("2", value());
    assertTrue(store.check().isEmpty());
  }

  @Test
  void aServerThatCannotBeReachedIsNamedAndUsedAgainLater() throws IOException {
    way.refuse(true);
    way.cut();
    MeshException gone = assertThrows(MeshException.class, this::increment);
    assertEquals("store.database.failed", gone.code());
    assertTrue(gone.hint().contains("see that the server runs"), gone.hint());
    assertThrows(MeshException.class, this::value);
    way.refuse(false);
    increment();
    assertEquals("1", value());
  }

  /** The first commit that the trigger sees ends its own connection, and so is not made. */
  @Test
  void aConnectionThatIsLostInTheCommitIsResolvedByWhatIsStored() {
    String attempts = schema + ".attempts";
    Postgresql.execute("CREATE SEQUENCE " + attempts);
    Postgresql.execute(
        "CREATE FUNCTION "
            + schema
            + ".cut() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN IF nextval('"
            + attempts
            + "') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(0.2);"
            + " END IF; RETURN NULL; END $$");
    Postgresql.execute(
        "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON "
            + schema
            + ".portal_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "
            + schema
            + ".cut()");
    increment();
    assertEquals("1", value(), "made once");
    increment();
    assertEquals("2", value(), "it goes on");
    assertTrue(store.check().isEmpty());
  }

  @Test
  void anOlderCopyOfTheDataIsRefused() {
    increment();
    Postgresql.execute(
        "UPDATE " + schema + ".store_state SET last_change = last_change - 1 WHERE id = 1");
    for (int i = 0; i < 2; i++) {
      MeshException older = Failing.with(DatabaseException.Code.OLDER_COPY, this::increment);
      assertTrue(
          older
              .problem()
              .endsWith("which ends with change 1 where change 2 was; no change is accepted"),
          older.problem());
    }
    assertEquals("1", value(), "reading goes on");
  }

  @Test
  void aProcessThatHasOnlyReadALaterChangeRefusesAnOlderCopy() {
    try (PortalStore reader =
        RelationalStores.portal(way.url(), schema, World.seeded(5).stream("portal", "retry"))) {
      increment();
      reader.transact(tx -> tx.latest(LogName.PORTAL, "n"));
      Postgresql.execute(
          "UPDATE " + schema + ".store_state SET last_change = last_change - 1 WHERE id = 1");
      Failing.with(
          DatabaseException.Code.OLDER_COPY,
          () ->
              reader.transact(
                  tx -> {
                    tx.put(Change.create(LogName.PORTAL, "m", List.of(), Bytes.utf8("0"), T0));
                    return true;
                  }));
    }
  }

  /** The answer to a commit is lost, and the server is gone before it can be asked. */
  @Test
  void aCommitThatNobodyCanBeAskedAboutIsSaidToBeUnknown() throws IOException {
    way.cutNextAnswer();
    way.refuse(true);
    MeshException unknown = Failing.with(DatabaseException.Code.UNKNOWN_OUTCOME, this::increment);
    assertTrue(unknown.hint().contains("later changes are accepted"), unknown.hint());
    way.refuse(false);
    increment();
    assertEquals("2", value(), "the first was made, and so is the second");
  }
}
