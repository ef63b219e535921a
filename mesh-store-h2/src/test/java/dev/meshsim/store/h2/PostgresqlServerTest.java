package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said where there is no server. */
class PostgresqlServerTest {

  private final World world = World.seeded(1);
  private final RandomStream random = world.stream("test", "retry");

  @Test
  void whereNoneIsNamedTheVariableIs() {
    assumeFalse(PostgresqlServer.named(), "a server is named here");
    Path root = Path.of("nowhere");
    for (NoServerException e :
        new NoServerException[] {
          assertThrows(
              NoServerException.class,
              () -> PortalStores.named("postgresql").open(root, world, warning -> {})),
          assertThrows(
              NoServerException.class,
              () -> MachineStores.named("postgresql").open(root, StoreMode.TEST, random))
        }) {
      assertEquals("database.no-server", e.code());
      assertTrue(e.problem().contains("MESH_SIM_POSTGRES"), e::problem);
      assertTrue(e.hint().contains("jdbc:postgresql://"), e::hint);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutThePassword() {
    String place = "jdbc:postgresql://127.0.0.1:1/mesh";
    String url = place + "?user=mesh&password=hidden";
    for (DatabaseFailedException e :
        new DatabaseFailedException[] {
          assertThrows(
              DatabaseFailedException.class, () -> RelationalStores.portal(url, "s", random)),
          assertThrows(
              DatabaseFailedException.class,
              () -> RelationalStores.machine(url, "s", StoreMode.TEST, random))
        }) {
      assertTrue(e.problem().startsWith(place + " schema s: could not open it: "), e::problem);
      assertFalse(e.getMessage().contains("hidden"), e::getMessage);
      assertTrue(e.hint().contains("see to"), e::hint);
    }
  }
}
