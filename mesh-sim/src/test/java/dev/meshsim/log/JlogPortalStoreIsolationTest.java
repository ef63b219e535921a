package dev.meshsim.log;

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
