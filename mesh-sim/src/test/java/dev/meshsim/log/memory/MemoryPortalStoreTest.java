package dev.meshsim.log.memory;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

class MemoryPortalStoreTest extends PortalStoreContract {

  @Override
  protected PortalStore open() {
    return new MemoryPortalStore();
  }

  @Override
  protected PortalStore openForReading() {
    return PortalStores.named("memory")
        .openForReading(Path.of("nowhere"), World.seeded(1), Assertions::fail);
  }

  /** Memory is gone when it is closed. */
  @Override
  protected boolean reopens() {
    return false;
  }
}
