package dev.meshsim.log.memory;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Provides the portal store {@code memory}, which forgets everything when it is closed. */
public final class MemoryPortalStoreProvider implements PortalStoreProvider {

  /** For {@link java.util.ServiceLoader}. */
  public MemoryPortalStoreProvider() {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean keepsFiles() {
    return false;
  }

  @Override
  public boolean isThere(Path root) {
    return false;
  }

  @Override
  public PortalStore open(Path root, World world, Consumer<String> warnings) {
    return new MemoryPortalStore();
  }

  @Override
  public PortalStore openForReading(Path root, World world, Consumer<String> warnings) {
    throw StoreException.absent(root, name());
  }

  /** Nothing: what is forgotten has no files. */
  @Override
  public void discard(Path root) {}
}
