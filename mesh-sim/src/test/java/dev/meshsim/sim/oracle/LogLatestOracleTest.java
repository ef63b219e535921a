package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLatestOracleTest {

  private final WatchedMesh mesh = new WatchedMesh("log-latest");
  private final Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
  private final Person laptop = mesh.machine("laptop").connected(desktop);

  /** The laptop is shown the profile as it was before the desktop changed it. */
  private void refreshesAnOldState() {
    Bytes[] old = new Bytes[1];
    mesh.received = (request, response) -> old[0] = response;
    assertEquals("ok", laptop.refresh().get(0));
    mesh.received = (request, response) -> response;
    mesh.tick();
    desktop.add(laptop);
    mesh.received = (request, response) -> old[0];
    List<String> seen = laptop.refresh();
    assertEquals("ok", seen.get(0));
  }

  @Test
  void theLatestStateIsFine() {
    mesh.keepsLogs = true;
    desktop.add(laptop);
    assertEquals("ok", laptop.refresh().get(0));
    assertEquals("", mesh.text());
  }

  @Test
  void anOldStateIsNotBelievedWhereThereIsALog() {
    mesh.keepsLogs = true;
    refreshesAnOldState();
    assertTrue(mesh.text().contains("laptop has refreshed"), mesh.text());
  }

  /** Without a log a machine cannot know better. */
  @Test
  void withoutALogItIs() {
    refreshesAnOldState();
    assertEquals("", mesh.text());
  }
}
