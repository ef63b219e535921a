package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query of a request goes through an index, so that its cost is not that of the table. */
class QueryPlanTest {

  @TempDir Path directory;

  private String plan(String sql) throws SQLException {
    RelationalStores.portal(directory, World.seeded(1).stream("p", "retry")).close();
    String url = "jdbc:h2:file:" + directory.resolve("portal");
    try (Connection connection = DriverManager.getConnection(url, "mesh", "");
        Statement statement = connection.createStatement()) {
      String literal = sql.replaceFirst("name = \\?|type = \\?", "1 = 1").replace('?', '1');
      try (ResultSet row = statement.executeQuery("EXPLAIN " + literal)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PortalRows.VERSIONS,
        PortalRows.FIND,
        "SELECT id FROM portal_key WHERE hash = 1",
        "SELECT id FROM portal_term WHERE hash = 1",
        "SELECT r.number FROM portal_key k JOIN portal_record r ON r.number = k.latest"
            + " WHERE k.hash = 1",
      })
  void noTableIsScanned(String sql) throws SQLException {
    String plan = plan(sql);
    assertFalse(plan.contains("tableScan"), plan);
  }

  @Test
  void aPageOfATermIsReadInTheOrderOfTheIndex() throws SQLException {
    assertTrue(plan(PortalRows.FIND).contains("index sorted"), () -> "sorts all of a term's keys");
    assertTrue(plan(PortalRows.VERSIONS).contains("index sorted"));
    assertTrue(plan(PortalRows.SCAN).contains("index sorted"));
  }

  @Test
  void theTestNoticesAScan() throws SQLException {
    assertTrue(plan("SELECT id FROM portal_key WHERE latest = 1").contains("tableScan"));
  }
}
