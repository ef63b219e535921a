package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Opens portals in the PostgreSQL database that the environment variable {@code MESH_SIM_POSTGRES}
 * names. Processes that give the same root share a portal.
 */
public final class PostgresqlPortalStoreProvider implements PortalStoreProvider {

  /** For the service loader. */
  public PostgresqlPortalStoreProvider() {}

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean keepsFiles() {
    return false;
  }

  @Override
  public boolean available() {
    return PostgresqlServer.named();
  }

  @Override
  public boolean isThere(Path root) {
    return RelationalStores.isThere(PostgresqlServer.url(), schemaOf(root));
  }

  /** Drops the schema. */
  @Override
  public void discard(Path root) {
    RelationalStores.drop(PostgresqlServer.url(), schemaOf(root));
  }

  @Override
  public PortalStore open(Path root, World world, Consumer<String> warnings) {
    return RelationalStores.portal(
        PostgresqlServer.url(), schemaOf(root), world.stream("portal-store", "retry"));
  }

  @Override
  public PortalStore openForReading(Path root, World world, Consumer<String> warnings) {
    if (!isThere(root)) {
      throw StoreException.absent(root, name());
    }
    return RelationalStores.portalForReading(
        PostgresqlServer.url(), schemaOf(root), world.stream("portal-store", "retry"));
  }

  private static String schemaOf(Path root) {
    return PostgresqlServer.schemaOf(SqlPortalStore.CONTENT, root);
  }
}
