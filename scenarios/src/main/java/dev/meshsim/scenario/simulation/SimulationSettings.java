package dev.meshsim.scenario.simulation;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.log.LogChoice;
import dev.meshsim.scenario.surroundings.Disks;
import dev.meshsim.sim.Fault;
import java.util.List;
import java.util.OptionalInt;

/**
 * The settings of a simulation, the same for every seed.
 *
 * @param dialect the dialect of everything that is written
 * @param suite the algorithms of every profile
 * @param store the kind of the machines' stores
 * @param faults the faults that may be drawn
 * @param hostile the lies of a portal that may be drawn, by their names
 * @param population the number of people; drawn from 1 to 3 if empty
 * @param operations the number of operations of one person; drawn if empty
 * @param log the verifiable logs that the portals keep
 * @param oracles the names of the oracles that watch
 */
public record SimulationSettings(
    Dialect dialect,
    Suite suite,
    String store,
    List<Fault> faults,
    List<String> hostile,
    OptionalInt population,
    OptionalInt operations,
    LogChoice log,
    List<String> oracles) {

  /**
   * Copies the lists, without the faults of disks that the store cannot meet, and without forged
   * requests in dialect {@code portal-2017}.
   */
  public SimulationSettings {
    boolean onDisks = Disks.have(store);
    boolean mesh = dialect == Dialect.MESH;
    boolean rot = Disks.findWrongBits(store);
    faults =
        faults.stream()
            .filter(fault -> fault == Fault.BIT_ROT ? rot : onDisks || !fault.isOfDisk())
            .filter(fault -> fault != Fault.REQUEST_FORGED || mesh)
            .toList();
    hostile = List.copyOf(hostile);
    oracles = List.copyOf(oracles);
  }

  /** These settings with other oracles. */
  SimulationSettings watchedBy(List<String> others) {
    return new SimulationSettings(
        dialect, suite, store, faults, hostile, population, operations, log, others);
  }
}
