package dev.meshsim.log.jlog;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

class JlogPortalStoreTest extends PortalStoreContract {

  @TempDir private Path directory;

  @Override
  protected PortalStore open() {
    return JlogPortalStore.open(
        directory.resolve(LogName.MESH.fileName()),
        directory.resolve(LogName.PORTAL.fileName()),
        DurableFiles.real(),
        Assertions::fail);
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
