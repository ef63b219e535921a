package dev.meshsim.scenario.junit;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world, portals and machines of one test; each is made when it is first asked for. */
final class SimulatedMesh implements AutoCloseable {

  private final MeshSettings settings;
  private final SeededWorld world;
  private final Map<String, MeshPortalDirect> portals = new LinkedHashMap<>();
  private final Map<String, MeshMachine> machines = new LinkedHashMap<>();
  private final Map<String, MeshSession> sessions = new LinkedHashMap<>();
  private Optional<Path> root = Optional.empty();

  SimulatedMesh(MeshSettings settings) {
    this.settings = settings;
    this.world = World.seeded(settings.seed());
    for (String domain : settings.portals()) {
      portals.put(
          domain,
          MeshPortalDirect.open(world, domain, settings.dialect(), new MemoryPortalStore()));
    }
  }

  SeededWorld world() {
    return world;
  }

  /** The note for a test that failed here. */
  MeshTestException note() {
    return MeshTestException.seed(settings.seed(), world.now().toString());
  }

  MeshPortalDirect portal(Optional<String> domain) {
    String wanted = domain.orElse(settings.portals().get(0));
    MeshPortalDirect portal = portals.get(wanted);
    if (portal == null) {
      throw MeshTestException.noSuchPortal(wanted, settings.portals());
    }
    return portal;
  }

  MeshPortals portals() {
    return MeshPortals.of(List.<MeshPortal>copyOf(portals.values()));
  }

  MeshMachine machine(String name) {
    return machines.computeIfAbsent(name, this::open);
  }

  MeshSession session(String name) {
    return sessions.computeIfAbsent(name, n -> new MeshSession(machine(n), portals()));
  }

  private MeshMachine open(String name) {
    MachineStoreProvider provider = MachineStores.named(settings.store());
    return new MeshMachine(
        world, name, provider.open(place(name), StoreMode.TEST, world.stream(name, "store")));
  }

  private Path place(String machine) {
    try {
      if (root.isEmpty()) {
        root = Optional.of(Files.createTempDirectory("mesh-test"));
      }
      return root.get().resolve(machine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes everything and removes the machines' data. */
  @Override
  public void close() {
    machines.values().forEach(MeshMachine::close);
    portals.values().forEach(MeshPortalDirect::close);
    if (root.isPresent()) {
      MachineStoreProvider provider = MachineStores.named(settings.store());
      if (!provider.keepsFiles()) {
        machines.keySet().forEach(name -> provider.discard(place(name)));
      }
      ResultsDirectory.delete(root.get());
    }
  }
}
