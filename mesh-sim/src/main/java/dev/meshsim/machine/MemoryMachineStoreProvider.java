package dev.meshsim.machine;

import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;

/** Provides the machine store {@code memory}, which forgets everything when it is closed. */
public final class MemoryMachineStoreProvider implements MachineStoreProvider {

  /** For {@link java.util.ServiceLoader}. */
  public MemoryMachineStoreProvider() {}

  @Override
  public String name() {
    return "memory";
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
    return new MemoryMachineStore(mode);
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    throw StoreException.absent(root, name());
  }

  /** Nothing: what is forgotten has no files. */
  @Override
  public void discard(Path root) {}
}
