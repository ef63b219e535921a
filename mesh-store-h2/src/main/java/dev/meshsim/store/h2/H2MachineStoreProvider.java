package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.machine.UserHome;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Optional;

/** Opens machines in H2 files. */
public final class H2MachineStoreProvider implements MachineStoreProvider {

  /** For the service loader. */
  public H2MachineStoreProvider() {}

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public Optional<Path> usualRoot() {
    return Optional.of(UserHome.resolve(".mmm-h2"));
  }

  @Override
  public boolean isThere(Path root, StoreMode mode) {
    return RelationalStores.machineIsThere(root, mode);
  }

  @Override
  public boolean makes(Path name) {
    return H2File.makes(RelationalStores.contentOf(StoreMode.TEST), name);
  }

  @Override
  public void requireClosed(Path root) {
    H2File.real(root, RelationalStores.contentOf(StoreMode.TEST)).requireClosed();
  }

  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    return RelationalStores.machine(root, mode, random);
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    if (!isThere(root, mode)) {
      throw StoreException.absent(root, name());
    }
    return RelationalStores.machineForReading(root, mode, random);
  }
}
