package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreIsolation;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2PortalStoreIsolationTest extends PortalStoreIsolation {

  @TempDir Path directory;

  @Override
  protected PortalStore open() {
    return RelationalStores.portal(directory, World.seeded(1).stream("portal", "retry"));
  }
}
