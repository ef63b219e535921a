package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.world.World;
import java.util.function.Consumer;

/** A server, run with its address; loaded by a {@link PlantedLoader}. */
public final class PlantedServer implements Consumer<Consumer<String>> {

  @Override
  public void accept(Consumer<String> use) {
    try (MeshPortalDirect portal =
            MeshPortalDirect.open(World.system(), "example.com", new MemoryPortalStore());
        PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      use.accept(server.address().toString());
    }
  }
}
