package dev.meshsim.scenario.action;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.sim.oracle.History;
import dev.meshsim.sim.oracle.Scene;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A stage as oracles see it. */
record StageScene(Stage stage, History history) implements Scene {

  @Override
  public Dialect dialect() {
    return stage.dialect();
  }

  @Override
  public Instant now() {
    return stage.now();
  }

  @Override
  public List<String> machines() {
    return List.copyOf(stage.players().keySet());
  }

  @Override
  public List<String> portals() {
    return stage.domains();
  }

  @Override
  public MachineStore store(String machine) {
    return stage.storeOfMachine(machine);
  }

  @Override
  public PortalStore portalStore(String portal) {
    return stage.storeAt(portal);
  }

  @Override
  public List<Path> files(String machine) {
    return stage.filesOf(machine);
  }
}
