package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.Change;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check notices each way in which the tables can be wrong. */
class PortalCheckTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir Path directory;

  private RandomStream random() {
    return World.seeded(1).stream("portal", "retry");
  }

  private PortalStore portal() {
    return RelationalStores.portal(directory, random());
  }

  private static void put(PortalStore store, Change change) {
    store.transact(
        tx -> {
          tx.put(change);
          return change;
        });
  }

  private void fill() {
    try (PortalStore store = portal()) {
      List<IndexTerm> terms = List.of(new IndexTerm("T", "x"));
      put(store, Change.create(LogName.MESH, "a", terms, Bytes.utf8("{}"), T0));
      put(store, Change.update(LogName.MESH, "a", terms, Bytes.utf8("{}"), T0));
      put(store, Change.create(LogName.PORTAL, "b", terms, Bytes.utf8("{}"), T0));
      put(store, Change.delete(LogName.PORTAL, "b", T0));
      put(store, Change.create(LogName.PORTAL, "b", List.of(), Bytes.utf8("{}"), T0));
      assertEquals(List.of(), store.check());
    }
  }

  private void execute(String name, String sql) throws SQLException {
    String url = "jdbc:h2:file:" + directory.resolve(name);
    try (Connection connection = DriverManager.getConnection(url, "mesh", "");
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM portal_record WHERE number = 1 | store.database.missing-record",
        "UPDATE store_state SET last_change = 7 | store.database.missing-record",
        "UPDATE portal_key SET latest = 1 WHERE id = 1 | store.database.wrong-latest",
        "UPDATE portal_key SET life = 3 WHERE id = 3 | store.database.wrong-life",
        "UPDATE portal_record SET prior = NULL WHERE number = 2 | store.database.wrong-prior",
        "UPDATE portal_record SET log = 1 WHERE number = 1 | store.database.wrong-log",
        "UPDATE portal_record SET text = X'FF' WHERE number = 2 | store.database.bad-record",
        "UPDATE portal_record SET text = NULL WHERE number = 2 | store.database.bad-record",
        "UPDATE portal_record SET terms = X'00' WHERE number = 2 | store.database.bad-record",
        "UPDATE portal_key SET name = X'C1A1' WHERE id = 1 | store.database.bad-record",
        "UPDATE portal_record SET terms = X'5B5D' WHERE number = 2 | store.database.wrong-term",
        "DELETE FROM portal_posting WHERE key_id = 1 | store.database.wrong-term",
        "INSERT INTO portal_posting VALUES (1, 3) | store.database.wrong-term",
        "INSERT INTO portal_pending VALUES (5) | store.database.open-transaction",
        "UPDATE portal_tree SET hashes = X'00' WHERE number = 2 | transparency.bad-tree",
        "UPDATE portal_tree SET marks = 3 WHERE number = 1 | transparency.bad-tree",
        "UPDATE portal_record SET text = X'7B207D' WHERE number = 2 | transparency.bad-tree"
      })
  void eachIsNoticed(String sql, String code) throws SQLException {
    fill();
    execute("portal", sql);
    try (PortalStore store = portal()) {
      String codes = store.check().stream().map(Finding::code).collect(Collectors.joining(" "));
      assertTrue(codes.contains(code), codes);
      assertTrue(store.check().stream().allMatch(f -> f.place().startsWith(directory.toString())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE machine_record SET content = X'00' WHERE kind = 'DEVICE' | store.database.bad-record",
        "UPDATE machine_record SET content = X'7B7D' WHERE kind = 'ACCOUNT' | store.database.bad-record",
        "UPDATE machine_record SET content = X'7B7D' WHERE kind = 'BEHIND' | store.database.bad-record",
        "UPDATE machine_record SET content = X'7B7D' WHERE kind = 'PRIVATE_KEY' |"
            + " store.database.bad-record",
        "UPDATE machine_record SET content = (SELECT MIN(content) FROM machine_record"
            + " WHERE kind = 'PRIVATE_KEY') WHERE kind = 'PRIVATE_KEY' | store.database.bad-record",
        "UPDATE machine_record SET name = X'41' WHERE kind = 'DEFAULT' | store.database.bad-record",
        "UPDATE machine_record SET name = X'C1A1' WHERE kind = 'ACCOUNT' |"
            + " store.database.bad-record",
        "UPDATE machine_record SET name = X'41' WHERE kind = 'PERSONAL' |"
            + " store.database.misplaced-record"
      })
  void eachIsNoticedOfAMachine(String sql, String code) throws SQLException {
    try (MachineStore store = RelationalStores.machine(directory, StoreMode.TEST, random())) {
      SampleRecords.all().forEach(r -> store.commit(List.of(new MachineChange.Put(r))));
      assertEquals(List.of(), store.check());
    }
    execute("machine-test", sql);
    try (MachineStore store = RelationalStores.machine(directory, StoreMode.TEST, random())) {
      List<Finding> findings = store.check();
      assertFalse(findings.isEmpty());
      assertTrue(findings.stream().allMatch(f -> f.code().equals(code)), findings::toString);
    }
  }

  @Test
  void aMachinesRecordThatIsWrongIsNotRead() throws SQLException {
    try (MachineStore store = RelationalStores.machine(directory, StoreMode.TEST, random())) {
      SampleRecords.all().forEach(r -> store.commit(List.of(new MachineChange.Put(r))));
    }
    execute("machine-test", "UPDATE machine_record SET content = X'7B7D' WHERE kind = 'DEVICE'");
    try (MachineStore store = RelationalStores.machine(directory, StoreMode.TEST, random())) {
      MeshException e =
          Failing.with(DatabaseException.Code.BAD_RECORD, () -> store.list(RecordKind.DEVICE));
      assertTrue(e.problem().startsWith(directory + "/machine-test.mv.db: DEVICE "), e::problem);
      assertFalse(store.list(RecordKind.PERSONAL).isEmpty(), "the others are read");
    }
  }

  @Test
  void aMissingRowIsToldWithoutTheStatement() throws SQLException {
    fill();
    execute("portal", "UPDATE store_state SET last_change = 7");
    try (PortalStore store = portal()) {
      MeshException e = Failing.with(DatabaseException.Code.FAILED, () -> store.lastWrite());
      assertTrue(e.problem().endsWith("a row is missing that is always there"), e::problem);
      assertTrue(e.hint().contains("from a copy"), e::hint);
    }
  }

  @Test
  void allFindingsAreListedAtOnce() throws SQLException {
    fill();
    execute("portal", "UPDATE portal_record SET log = 1 WHERE number = 1");
    execute("portal", "UPDATE portal_record SET prior = NULL WHERE number = 2");
    execute("portal", "UPDATE portal_record SET terms = X'00' WHERE number = 5");
    try (PortalStore store = portal()) {
      Set<String> codes = store.check().stream().map(Finding::code).collect(Collectors.toSet());
      assertTrue(
          codes.containsAll(
              Set.of(
                  "store.database.wrong-log",
                  "store.database.wrong-prior",
                  "store.database.bad-record")),
          codes::toString);
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    PortalStore store = portal();
    store.close();
    assertEquals("store.database.closed", store.check().get(0).code());
  }

  /** More than the check reads at once. */
  @Test
  void manyRecordsAreAllChecked() {
    List<IndexTerm> terms = List.of(new IndexTerm("T", "x"));
    try (PortalStore store = portal()) {
      store.transact(
          tx -> {
            for (int i = 0; i < 70; i++) {
              tx.put(Change.create(LogName.MESH, "a" + i, terms, Bytes.utf8("{}"), T0));
            }
            return terms;
          });
      assertEquals(List.of(), store.check());
    }
  }
}
