package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

class H2PortalStoreTest extends PortalStoreContract {

  @TempDir Path directory;

  @Override
  protected PortalStore open() {
    return RelationalStores.portal(directory, World.seeded(1).stream("portal", "retry"));
  }

  @Override
  protected PortalStore openForReading() {
    return PortalStores.named("h2").openForReading(directory, World.seeded(1), Assertions::fail);
  }

  @Override
  protected Path files() {
    return directory;
  }

  /** QueryPlanTest shows why the number of rows makes no difference. */
  @Override
  protected boolean fewer() {
    return true;
  }
}
