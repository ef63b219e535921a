package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

class H2MemoryPortalStoreTest extends PortalStoreContract {

  @Override
  protected PortalStore open() {
    return RelationalStores.portalInMemory(World.seeded(1).stream("portal", "retry"));
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

  /** The file's test has them all. */
  @Override
  protected boolean fewer() {
    return true;
  }
}
