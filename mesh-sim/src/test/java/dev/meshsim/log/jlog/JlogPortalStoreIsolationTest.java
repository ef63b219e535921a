package dev.meshsim.log.jlog;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreIsolation;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JlogPortalStoreIsolationTest extends PortalStoreIsolation {

  @TempDir Path directory;

  @Override
  protected PortalStore open() {
    return PortalStores.named("jlog").open(directory, World.seeded(1), line -> {});
  }
}
