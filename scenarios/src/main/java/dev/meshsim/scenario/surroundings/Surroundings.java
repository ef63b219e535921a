package dev.meshsim.scenario.surroundings;

import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;

/** Opens the stores of a scenario's machines and portals. */
public interface Surroundings {

  /** The store of a portal, counted from 1 in the scenario's order. */
  PortalStore openPortal(SeededWorld world, int number);

  /** Opens a portal's store as {@link #openPortal} does, after removing all that it has. */
  PortalStore openEmptyPortal(SeededWorld world, int number);

  /** Puts the records into the first portal's store that the scenario starts with. */
  void begin(SeededWorld world, PortalStore first);

  /** A machine by its name. */
  MeshMachine openMachine(World world, String name);

  /** Closes a machine and opens it again, with the data that it kept. */
  MeshMachine restart(World world, MeshMachine machine);

  /** The files of a machine's store; none if it keeps none, or elsewhere. */
  List<Path> files(String machine);

  /** The link between machines and portals. */
  default PortalLink link() {
    return PortalLink.DIRECT;
  }

  /** True if every exchange is kept for a transcript. */
  default boolean records() {
    return true;
  }
}
