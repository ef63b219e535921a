package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.world.World;
import java.util.function.Consumer;

/** A server, run with its address; loaded by a {@link PlantedLoader}. */
public final class PlantedServer implements Consumer<Consumer<String>> {

  private static final String DOMAIN = "example.com";

  /** A portal whose rules come from the loader of this class. */
  private static final class Planted implements MeshPortal {

    private final MeshService service =
        new MeshService(
            World.system(), DOMAIN, Dialect.MESH, new MemoryPortalStore(), PortalPolicy.DEFAULT);

    @Override
    public String domain() {
      return DOMAIN;
    }

    @Override
    public Bytes exchange(Bytes request) {
      return service.dispatch(request);
    }
  }

  @Override
  public void accept(Consumer<String> use) {
    try (PortalServer server = PortalServer.start(new Planted(), ServerLimits.DEFAULT)) {
      use.accept(server.address().toString());
    }
  }
}
