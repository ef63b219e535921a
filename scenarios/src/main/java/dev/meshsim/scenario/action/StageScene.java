package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.scenario.surroundings.Vouching;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.watch.SimulatedWitnesses;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A stage as oracles see it. */
record StageScene(
    World world,
    Dialect dialect,
    Surroundings surroundings,
    StageMachines all,
    StagePortals reached,
    History history)
    implements Scene {

  @Override
  public Instant now() {
    return world.now();
  }

  @Override
  public List<String> machines() {
    return List.copyOf(all.players().keySet());
  }

  @Override
  public List<String> portals() {
    return reached.domains();
  }

  @Override
  public MachineStore store(String machine) {
    return all.store(machine);
  }

  @Override
  public PortalStore portalStore(String portal) {
    return reached.storeAt(portal);
  }

  @Override
  public List<PortalStore> histories(String portal) {
    return reached.histories(portal);
  }

  @Override
  public int witnessesDemanded() {
    return reached
        .vouching()
        .flatMap(Vouching::witnesses)
        .map(SimulatedWitnesses::needed)
        .orElse(0);
  }

  @Override
  public boolean keepsLogs() {
    return reached.makeCheckpoints();
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    return surroundings.files(machine);
  }
}
