package dev.meshsim.scenario.surroundings;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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

  /**
   * Closes a machine and opens it again, with the data that it kept.
   *
   * @param killed true if its program was killed, so that a simulated disk loses what was not
   *     forced
   */
  MeshMachine restart(World world, MeshMachine machine, boolean killed);

  /** The content of the files of a machine's store; none if it keeps none, or elsewhere. */
  Map<Path, Bytes> files(String machine);

  /** The simulated disks on which the stores are; empty if they are on none. */
  default Optional<Disks> disks() {
    return Optional.empty();
  }

  /** Lets somebody write to a machine's store who is not its program, and meets no fault of it. */
  default void besideMachine(String name, Runnable work) {
    work.run();
  }

  /** Lets somebody write to a portal's store who is not its program; counted from 1. */
  default void besidePortal(int number, Runnable work) {
    work.run();
  }

  /** The link between machines and portals. */
  default PortalLink link() {
    return PortalLink.DIRECT;
  }

  /** True if every exchange is kept for a transcript. */
  default boolean records() {
    return true;
  }
}
