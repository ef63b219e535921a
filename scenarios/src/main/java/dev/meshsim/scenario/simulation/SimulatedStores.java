package dev.meshsim.scenario.simulation;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.scenario.results.MachineFiles;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.surroundings.Surroundings;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The stores of a simulation. In memory a restart finds what the store had, as on a disk; other
 * kinds keep their data in a directory of the run.
 */
final class SimulatedStores implements Surroundings {

  private final RunStore kind;
  private final Path directory;
  private final Map<Integer, PortalStore> inMemory = new HashMap<>();

  /**
   * Stores of a kind.
   *
   * @param directory an empty directory, which is not used in memory
   */
  SimulatedStores(RunStore kind, Path directory) {
    this.kind = kind;
    this.directory = directory;
  }

  private boolean isInMemory() {
    return kind.name().equals(RunStore.MEMORY);
  }

  @Override
  public PortalStore openPortal(SeededWorld world, int number) {
    if (kind.portal().isPresent()) {
      Path place = directory.resolve(RunStore.portalDirectory(number));
      return kind.portal().get().open(place, world, warning -> {});
    }
    return new KeptPortalStore(inMemory.computeIfAbsent(number, absent -> new MemoryPortalStore()));
  }

  @Override
  public PortalStore openEmptyPortal(SeededWorld world, int number) {
    kind.portal()
        .ifPresentOrElse(
            provider -> provider.discard(directory.resolve(RunStore.portalDirectory(number))),
            () -> Optional.ofNullable(inMemory.remove(number)).ifPresent(PortalStore::close));
    return openPortal(world, number);
  }

  @Override
  public void begin(SeededWorld world, PortalStore first) {
    // A simulation begins without records.
  }

  @Override
  public MeshMachine openMachine(World world, String name) {
    return isInMemory()
        ? new MeshMachine(world, name, new MemoryMachineStore(StoreMode.TEST))
        : new MeshMachine(
            world,
            name,
            kind.machines()
                .open(directory.resolve(name), StoreMode.TEST, world.stream(name, "store")));
  }

  @Override
  public MeshMachine restart(World world, MeshMachine machine, boolean killed) {
    if (isInMemory()) {
      return new MeshMachine(world, machine.name(), machine.store());
    }
    machine.close();
    return openMachine(world, machine.name());
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    return isInMemory() ? Map.of() : MachineFiles.in(directory.resolve(machine));
  }

  @Override
  public boolean records() {
    return false;
  }
}
