package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens portals in H2 files. */
public final class H2PortalStoreProvider implements PortalStoreProvider {

  /** For the service loader. */
  public H2PortalStoreProvider() {}

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public boolean isThere(Path root) {
    return RelationalStores.portalIsThere(root);
  }

  @Override
  public boolean makes(Path name) {
    return H2File.makes(SqlPortalStore.CONTENT, name);
  }

  @Override
  public void requireClosed(Path root) {
    H2File.real(root, SqlPortalStore.CONTENT).requireClosed();
  }

  @Override
  public PortalStore open(Path root, World world, Consumer<String> warnings) {
    return RelationalStores.portal(root, world.stream("portal-store", "retry"));
  }

  @Override
  public PortalStore openForReading(Path root, World world, Consumer<String> warnings) {
    if (!isThere(root)) {
      throw StoreException.absent(root, name());
    }
    return RelationalStores.portalForReading(root, world.stream("portal-store", "retry"));
  }
}
