package dev.meshsim.light;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.http.Discovery;
import dev.meshsim.portal.http.DnsNames;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.RemotePortals;
import dev.meshsim.session.MeshSession;
import java.util.function.Function;

/** Opens a machine and its connections for one piece of work, and closes both. */
final class Opened {

  private Opened() {}

  static <T> T use(LightPlace place, Function<MeshSession, T> work) {
    try (MeshMachine machine = machine(place);
        PortalConnections connections =
            place.trusted().map(PortalConnections::trusting).orElseGet(PortalConnections::open)) {
      Discovery discovery =
          Discovery.with(machine.world(), DnsNames.ofThisComputer()).resolving(place.resolved());
      return work.apply(
          new MeshSession(machine, new RemotePortals(Dialect.MESH, discovery, connections)));
    }
  }

  private static MeshMachine machine(LightPlace place) {
    String store = place.store().orElseGet(MeshMachine::usualStore);
    if (place.root().isPresent()) {
      return MeshMachine.ofThisComputer(store, place.root().get());
    }
    return place.store().isPresent()
        ? MeshMachine.ofThisComputer(store)
        : MeshMachine.ofThisComputer();
  }
}
