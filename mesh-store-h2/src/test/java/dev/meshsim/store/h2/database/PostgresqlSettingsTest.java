package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.store.h2.Postgresql;
import dev.meshsim.store.h2.RelationalStores;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Sampled;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults that a server, a database or a role may have, and a store that works with each. */
@Once
@Sampled(2)
class PostgresqlSettingsTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final String HOSTILE = "a\\b'c\"d\0e\n\\x41 \\000 \u20AC $$ E'\\\\'";
  private static final IndexTerm TERM = new IndexTerm(HOSTILE, "\\");

  private final String schema = Postgresql.freshSchema();
  private final RandomStream random = World.seeded(1).stream("portal", "retry");

  @AfterEach
  void dropSchema() {
    Postgresql.drop(schema);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "standard_conforming_strings = off",
        "backslash_quote = on",
        "escape_string_warning = off",
        "transform_null_equals = on",
        "array_nulls = off",
        "search_path = pg_temp",
        "DateStyle = SQL, DMY",
        "IntervalStyle = sql_standard",
        "TimeZone = Pacific/Chatham",
        "timezone_abbreviations = Australia",
        "bytea_output = escape",
        "extra_float_digits = -15",
        "client_encoding = LATIN1",
        "default_transaction_isolation = read uncommitted",
        "default_transaction_read_only = on",
        "default_transaction_deferrable = on",
        "synchronous_commit = off",
        "quote_all_identifiers = on",
        "xmloption = document",
        "xmlbinary = hex",
        "lc_messages = C",
        "lc_monetary = C",
        "lc_numeric = C",
        "lc_time = C",
        "row_security = off",
        "statement_timeout = 20000",
        "lock_timeout = 20000",
        "idle_in_transaction_session_timeout = 20000",
        "idle_session_timeout = 20000",
        "transaction_timeout = 20000",
        "jit = on",
        "jit_above_cost = 0",
        "enable_seqscan = off",
        "enable_indexscan = off",
        "enable_bitmapscan = off",
        "enable_hashjoin = off",
        "enable_mergejoin = off",
        "enable_nestloop = off",
        "enable_sort = off",
        "enable_material = off",
        "plan_cache_mode = force_generic_plan",
        "session_replication_role = replica",
        "check_function_bodies = off",
        "default_tablespace = pg_default",
        "temp_tablespaces = pg_default",
        "default_toast_compression = pglz",
        "constraint_exclusion = on",
        "from_collapse_limit = 1",
        "join_collapse_limit = 1",
        "work_mem = 64",
        "default_statistics_target = 1",
        "max_parallel_workers_per_gather = 0",
        "force_parallel_mode = on",
        "debug_parallel_query = on",
        "gin_fuzzy_search_limit = 1"
      })
  void aStoreWorksWithAnotherDefaultOf(String name, String value) throws SQLException {
    assumeTrue(isKnown(name), () -> "this server has no setting " + name);
    boolean ofPlans =
        name.startsWith("enable_") || name.endsWith("_limit") || name.startsWith("lc_");
    assumeTrue(!ofPlans || Exhaustive.on(), "many alike: -Dmeshsim.exhaustive=true runs it");
    assertWorks(Postgresql.url() + "&options=" + option(name, value));
  }

  @Test
  void aRoleWithOldStringsUsesTheStore() throws SQLException {
    String role = schema + "_role";
    String url = Postgresql.url();
    Postgresql.execute("CREATE ROLE " + role + " LOGIN SUPERUSER");
    try {
      Postgresql.execute("ALTER ROLE " + role + " SET standard_conforming_strings = off");
      Postgresql.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
      assertWorks(url.replace("user=mesh", "user=" + role));
    } finally {
      Postgresql.execute("DROP OWNED BY " + role + " CASCADE");
      Postgresql.execute("DROP ROLE " + role);
    }
  }

  /** A connection that the server ended would end the claim of a machine that is open. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "statement_timeout",
        "lock_timeout",
        "idle_session_timeout",
        "idle_in_transaction_session_timeout"
      })
  void aConnectionHasNoTimeLimit(String name) throws SQLException {
    assumeTrue(isKnown(name), () -> "this server has no setting " + name);
    boolean ofPlans =
        name.startsWith("enable_") || name.endsWith("_limit") || name.startsWith("lc_");
    assumeTrue(!ofPlans || Exhaustive.on(), "many alike: -Dmeshsim.exhaustive=true runs it");
    String url = Postgresql.url() + "&options=" + option(name, "20000");
    Database database = PostgresqlServer.database(url, schema);
    for (Session session : List.of(database.connect(), database.connectToSnapshots())) {
      try (session;
          ResultSet rows = session.query("SHOW " + name)) {
        rows.next();
        assertEquals("0", rows.getString(1));
      }
    }
  }

  @Test
  void aCommitThatWaitsForStandbyServersIsLeftAsItIs() throws SQLException {
    String url = Postgresql.url() + "&options=" + option("synchronous_commit", "remote_apply");
    assertEquals("remote_apply", synchronousCommit(url));
    url = Postgresql.url() + "&options=" + option("synchronous_commit", "local");
    assertEquals("on", synchronousCommit(url));
  }

  private String synchronousCommit(String url) throws SQLException {
    try (Session session = PostgresqlServer.database(url, schema).connect();
        ResultSet rows = session.query("SHOW synchronous_commit")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** A person's own session reads the views, with its own settings. */
  @Test
  void theViewIsReadWithOldStrings() throws SQLException {
    assertWorks(Postgresql.url());
    String url = Postgresql.url() + "&options=" + option("standard_conforming_strings", "off");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT primary_key FROM " + schema + ".portal_log")) {
      rows.next();
      String shown =
          HOSTILE.replace("\\", "\\\\").replace("\0", "\\000").replace("\u20AC", "\\342\\202\\254");
      assertEquals(shown, rows.getString(1));
    }
  }

  private void assertWorks(String url) throws SQLException {
    try (PortalStore store = RelationalStores.portal(url, schema, random)) {
      put(store, Change.create(LogName.MESH, HOSTILE, List.of(TERM), Bytes.utf8(HOSTILE), T0));
      put(store, Change.update(LogName.MESH, HOSTILE, List.of(TERM), Bytes.utf8("{}"), T0));
      put(store, Change.create(LogName.PORTAL, "p", List.of(), Bytes.utf8("{}"), T0));
    }
    try (PortalStore store = RelationalStores.portal(url, schema, random)) {
      List<DataItem> versions =
          store.transact(tx -> tx.versions(LogName.MESH, HOSTILE, PageRequest.all())).items();
      assertEquals(2, versions.size());
      assertEquals(Bytes.utf8(HOSTILE), versions.get(0).text());
      assertEquals(T0, versions.get(0).added());
      assertEquals(
          1, store.transact(tx -> tx.find(LogName.MESH, TERM, PageRequest.all())).items().size());
      assertEquals(List.of(), store.check());
    }
  }

  private static void put(PortalStore store, Change change) {
    store.transact(
        tx -> {
          tx.put(change);
          return null;
        });
  }

  private static String option(String name, String value) {
    String option = "-c " + name + "=" + value.replace(" ", "\\ ");
    return URLEncoder.encode(option, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static boolean isKnown(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(Postgresql.url());
        var statement =
            connection.prepareStatement(
                "SELECT 1 FROM pg_settings WHERE lower(name) = lower(?)"
                    + " AND context IN ('user', 'superuser')")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
