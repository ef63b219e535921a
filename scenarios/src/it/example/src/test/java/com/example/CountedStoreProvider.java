package com.example;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;

/** Opens the store {@code counted}; META-INF/services names this class. */
public final class CountedStoreProvider implements MachineStoreProvider {

  @Override
  public String name() {
    return "counted";
  }

  @Override
  public boolean keepsFiles() {
    return false;
  }

  @Override
  public boolean isThere(Path root, StoreMode mode) {
    return false;
  }

  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    return new CountedStore(MachineStores.named("memory").open(root, mode, random));
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    throw StoreException.absent(root, name());
  }
}
