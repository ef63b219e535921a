package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.schedule.Order;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations over a server leave nothing there; {@code MESH_SIM_POSTGRES} names one. */
class SimulationOnServerTest {

  private static final String SCHEMAS =
      "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'mesh%'";

  @TempDir private Path directory;

  @BeforeEach
  void requireServer() {
    assumeTrue(
        MachineStores.named("postgresql").available(),
        "no PostgreSQL: MESH_SIM_POSTGRES names no database");
  }

  private Simulation simulation() {
    SimulationSettings settings =
        new SimulationSettings(
            Dialect.MESH,
            Suites.defaultOf(Dialect.MESH),
            "postgresql",
            List.of(),
            List.of(),
            OptionalInt.of(1),
            OptionalInt.of(8),
            LogChoice.NONE,
            List.of());
    return new Simulation(settings, directory, 1);
  }

  private static Set<String> schemas() throws SQLException {
    Set<String> schemas = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection(System.getenv("MESH_SIM_POSTGRES"));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(SCHEMAS)) {
      while (found.next()) {
        schemas.add(found.getString(1));
      }
    }
    return schemas;
  }

  @Test
  void runsLeaveNothing() throws SQLException {
    Set<String> before = schemas();
    Simulation simulation = simulation();
    SimulationResult drawn = simulation.generate(1);
    assertTrue(drawn.events() > 10, drawn.events() + " events");
    assertEquals(drawn.digest(), simulation.repeat(1, drawn.plan()).digest());
    assertEquals(before, schemas());
  }

  @Test
  void runsThatAreBrokenOffLeaveNothing() throws SQLException {
    Set<String> before = schemas();
    Simulation simulation = simulation();
    AtomicInteger seen = new AtomicInteger();
    simulation.run(
        LongStream.rangeClosed(1, 50), () -> seen.get() > 0, result -> seen.incrementAndGet());
    assertTrue(seen.get() < 50, seen + " seeds");
    IllegalStateException stopped =
        assertThrows(
            IllegalStateException.class,
            () ->
                simulation.steer(
                    1,
                    simulation.generate(1).plan().watchedBy(List.of()),
                    new Steering() {
                      @Override
                      public Order order(Step begin) {
                        return Steering.GIVEN.order(begin);
                      }

                      @Override
                      public void begin(Scene scene) {
                        throw new IllegalStateException("stopped");
                      }
                    }));
    assertEquals("stopped", stopped.getMessage());
    assertEquals(before, schemas());
  }
}
