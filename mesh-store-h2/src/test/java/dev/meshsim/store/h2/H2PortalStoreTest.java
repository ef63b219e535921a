package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2PortalStoreTest extends PortalStoreContract {

  @TempDir Path directory;

  @Override
  protected PortalStore open() {
    return RelationalStores.portal(directory, World.seeded(1).stream("portal", "retry"));
  }

  /** QueryPlanTest shows why the number of rows makes no difference. */
  @Override
  protected boolean fewer() {
    return true;
  }
}
