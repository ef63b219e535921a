package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
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
  public PortalStore open(Path root, World world, Consumer<String> warnings) {
    String schema = PostgresqlServer.schemaOf("portal", root);
    return RelationalStores.portal(
        PostgresqlServer.url(), schema, world.stream("portal-store", "retry"));
  }
}
