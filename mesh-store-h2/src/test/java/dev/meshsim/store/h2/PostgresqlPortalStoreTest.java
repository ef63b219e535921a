package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import org.junit.jupiter.api.AfterEach;

@Once
class PostgresqlPortalStoreTest extends PortalStoreContract {

  private final String schema = Postgresql.freshSchema();

  @Override
  protected PortalStore open() {
    return RelationalStores.portal(
        Postgresql.url(), schema, World.seeded(1).stream("portal", "retry"));
  }

  @Override
  protected PortalStore openForReading() {
    return RelationalStores.portalForReading(
        Postgresql.url(), schema, World.seeded(1).stream("portal", "retry"));
  }

  /** Each of a hundred thousand inserts goes over a socket. */
  @Override
  protected boolean fewer() {
    return true;
  }

  @AfterEach
  void dropSchema() {
    Postgresql.drop(schema);
  }
}
