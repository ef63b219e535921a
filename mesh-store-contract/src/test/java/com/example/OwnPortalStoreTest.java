package com.example;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

/** The kit alone, from a package of somebody else's. */
class OwnPortalStoreTest extends PortalStoreContract {

  @TempDir private Path directory;

  @Override
  protected PortalStore open() {
    return PortalStores.named("jlog").open(directory, World.seeded(1), Assertions::fail);
  }

  @Override
  protected PortalStore openForReading() {
    return PortalStores.named("jlog").openForReading(directory, World.seeded(1), Assertions::fail);
  }

  @Override
  protected Path files() {
    return directory;
  }
}
