package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.store.h2.database.Database;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.store.h2.database.LogKey;
import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.store.h2.database.Schema;
import dev.meshsim.store.h2.database.SqlStore;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portal's database of the first version is completed when it is opened, and loses nothing. */
@Once
class UpgradeTest {

  private static final Schema FIRST =
      new Schema(Schema.PORTAL.scripts().subList(0, 1), true, false);

  @TempDir Path directory;

  private static RandomStream random() {
    return World.seeded(1).stream("portal", "retry");
  }

  private static Change change(LogName log, String key) {
    return Change.update(log, key, List.of(), Bytes.utf8("{}"), World.seeded(1).now());
  }

  private static void put(PortalStore store, Change... changes) {
    store.transact(
        tx -> {
          List.of(changes).forEach(tx::put);
          return 0;
        });
  }

  private static String scanned(PortalStore store) {
    List<String> found = new ArrayList<>();
    for (LogName log : LogName.values()) {
      for (DataItem item : store.scan(log, PageRequest.all()).items()) {
        found.add(item.number() + item.primaryKey() + (item.endsTransaction() ? "." : ""));
      }
    }
    return String.join(" ", found);
  }

  private static void fillFirstVersion(SqlStore store) {
    try (store) {
      putFirst(store, change(LogName.MESH, "a"));
      putFirst(store, change(LogName.PORTAL, "b"));
    }
  }

  /** Puts a new key as the first version did: without the tables that came later. */
  private static void putFirst(SqlStore store, Change change) {
    LogKey key = new LogKey(change.log(), change.primaryKey());
    store.write(
        (session, head) -> {
          long number = head.next();
          session.update(
              "INSERT INTO portal_key (id, log, hash, name, life, latest)"
                  + " VALUES (?, ?, ?, ?, ?, ?)",
              number,
              key.logNumber(),
              key.hash(),
              key.octets(),
              number,
              number);
          session.update(
              "INSERT INTO portal_record (number, log, key_id, prior, action, added_ms, terms,"
                  + " text) VALUES (?, ?, ?, NULL, ?, ?, ?, ?)",
              number,
              key.logNumber(),
              number,
              change.action().name(),
              change.added().toEpochMilli(),
              TermsJson.write(change.keys()),
              Objects.requireNonNull(change.text()).toArray());
          return true;
        });
  }

  private static void requireComplete(PortalStore portal) {
    assertEquals("1a. 2b.", scanned(portal));
    assertTrue(portal.transact(tx -> tx.latest(LogName.MESH, "a")).isPresent());
    put(portal, change(LogName.MESH, "a"), change(LogName.PORTAL, "b"));
    assertEquals("1a. 3a 2b. 4b.", scanned(portal));
    assertEquals(List.of(), portal.check());
    MemoryPortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(portal, copy);
    assertEquals(copy.tree().head(4), portal.tree().head(4));
  }

  @Test
  void anH2FileIsCompleted() {
    fillFirstVersion(H2File.real(directory, "portal").open(FIRST, "portal", random()));
    try (PortalStore portal = RelationalStores.portal(directory, random())) {
      requireComplete(portal);
    }
    try (PortalStore again = RelationalStores.portal(directory, random())) {
      assertEquals("1a. 3a 2b. 4b.", scanned(again));
    }
  }

  @Test
  void aPostgresqlSchemaIsCompleted() throws SQLException {
    String schema = Postgresql.freshSchema();
    Database database = PostgresqlServer.database(Postgresql.url(), schema);
    try {
      fillFirstVersion(new SqlStore(database, FIRST, "portal", random(), () -> {}));
      try (PortalStore portal = RelationalStores.portal(Postgresql.url(), schema, random())) {
        requireComplete(portal);
      }
    } finally {
      Postgresql.drop(schema);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TORN_START", "TORN_END"})
  void itMayBeCutAnywhere(FaultMode mode) throws Exception {
    CrashRun.Report report = new CrashRun<>(new Subject(), H2Settings.SYNCED).enumerate(mode);
    System.out.println("upgrade of a " + report);
    assertEquals(List.of(), report.lost(), report::toString);
    assertTrue(report.points() > 10, report::toString);
  }

  /** A store that can be closed and opened again, which completes its tables. */
  private static final class Opened implements AutoCloseable {

    private final H2File file;
    private SqlStore tables;
    private PortalStore store;

    Opened(H2File file, Schema schema) {
      this.file = file;
      this.tables = file.open(schema, SqlPortalStore.CONTENT, random());
      this.store = schema == FIRST ? new SqlPortalStore(tables) : SqlPortalStore.open(tables);
    }

    void put(Change change) {
      putFirst(tables, change);
    }

    void upgrade() {
      store.close();
      tables = file.open(Schema.PORTAL, SqlPortalStore.CONTENT, random());
      store = SqlPortalStore.open(tables);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static final class Subject implements CrashRun.Subject<Opened> {

    @Override
    public Opened open(H2File file) {
      boolean absent = file.files().status(file.directory().resolve("portal.mv.db")).isAbsent();
      return new Opened(file, absent ? FIRST : Schema.PORTAL);
    }

    @Override
    public String content(Opened opened) {
      StringBuilder found = new StringBuilder();
      for (String key : List.of("a", "b", "c")) {
        opened
            .store
            .transact(tx -> tx.latest(LogName.MESH, key))
            .ifPresent(item -> found.append(item.transactionId()).append(key).append(' '));
      }
      return found.toString();
    }

    @Override
    public List<CrashRun.Act<Opened>> steps() {
      return List.of(
          opened -> opened.put(change(LogName.MESH, "a")),
          opened -> opened.put(change(LogName.MESH, "b")),
          Opened::upgrade,
          opened -> put(opened.store, change(LogName.MESH, "b"), change(LogName.MESH, "c")));
    }

    @Override
    public String name() {
      return "portal";
    }
  }
}
