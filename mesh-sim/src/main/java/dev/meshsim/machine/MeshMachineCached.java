package dev.meshsim.machine;

import dev.meshsim.world.World;

/** A simulated machine that keeps its data in memory (developer-08 section 6.3). */
public final class MeshMachineCached extends MeshMachine {

  /** A machine in the real world. */
  public MeshMachineCached() {
    this(World.system(), "cached");
  }

  /** A machine of the given name in the given world. */
  public MeshMachineCached(World world, String name) {
    super(world, name, new MemoryMachineStore(StoreMode.TEST));
  }
}
