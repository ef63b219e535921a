package dev.meshsim.store.registry;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;

/** Opens registry stores; found by {@link java.util.ServiceLoader} under {@code registry}. */
public final class RegistryStoreProvider implements MachineStoreProvider {

  /** The provider has no state. */
  public RegistryStoreProvider() {}

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    return RegistryMachineStore.open(DurableFiles.real(), root, mode, random);
  }
}
