package dev.meshsim.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stores in PostgreSQL that commit f92eff9 wrote, in the database that {@code MESH_SIM_POSTGRES}
 * names. A store's root gives its schema a name, so the roots are those of then; the schemas are
 * dropped before and afterwards.
 */
class KeptDataPostgresqlTest {

  private static final Path ROOT = Path.of("/kept/f92eff9");
  private static final Pattern SCHEMA = Pattern.compile("CREATE SCHEMA (mesh_\\w+);");

  @TempDir private Path directory;
  private String sql = "";

  @BeforeEach
  void fill() throws IOException, SQLException {
    assumeTrue(
        MachineStores.named("postgresql").available(),
        "no PostgreSQL: MESH_SIM_POSTGRES names no database");
    sql = KeptData.text("postgresql.sql");
    assertEquals(3, schemas().size());
    dropSchemas();
    execute(sql);
  }

  @AfterEach
  void dropSchemas() throws SQLException {
    for (String schema : schemas()) {
      execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
  }

  @Test
  void everyRecordOfTheMachinesIsRead() throws IOException {
    assertEquals(List.of(), problems(StoreMode.TEST, "test/alice/tablet"));
    assertEquals(List.of(), problems(StoreMode.PRODUCTION, "production/alice/desktop"));
  }

  @Test
  void dataOfTheOtherModeIsRefused() {
    Path root = ROOT.resolve("production/alice/desktop");
    Cli refused = Cli.run("store", "check", "--store", "postgresql", "--root", root + "");
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("no store of this kind"), refused.errors());
  }

  @Test
  void everyRecordOfThePortalIsRead() throws IOException {
    Path root = ROOT.resolve("alice");
    assertEquals(List.of(), KeptStores.portalProblems("postgresql", root));
    Path to = directory.resolve("exported");
    Cli exported =
        Cli.run(
            "store", "export", "--portal", "--store", "postgresql", "--root", root + "", to + "");
    assertEquals(0, exported.code(), exported.errors());
    assertTrue(
        Trees.of(to)
            .entrySet()
            .containsAll(Trees.of(KeptData.original("portals/jlog/alice")).entrySet()));
  }

  /** Shows that the tests of this class can fail. */
  @Test
  void oneAlteredOctetIsReported() throws IOException, SQLException {
    String schema = schemas().stream().filter(name -> name.contains("_test_")).findAny().get();
    execute("UPDATE " + schema + ".machine_record SET content = set_byte(content, 40, 0)");
    assertNotEquals(List.of(), problems(StoreMode.TEST, "test/alice/tablet"));
  }

  private static List<String> problems(StoreMode mode, String name) throws IOException {
    String archive = KeptData.text("archives/" + name + ".jsonl");
    return KeptStores.machineProblems("postgresql", mode, ROOT.resolve(name), archive);
  }

  private List<String> schemas() {
    return SCHEMA.matcher(sql).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(System.getenv("MESH_SIM_POSTGRES"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
