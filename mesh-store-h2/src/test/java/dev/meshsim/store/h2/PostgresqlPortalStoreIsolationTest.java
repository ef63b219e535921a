package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreIsolation;
import dev.meshsim.world.World;
import org.junit.jupiter.api.AfterEach;

class PostgresqlPortalStoreIsolationTest extends PortalStoreIsolation {

  private final String schema = Postgresql.freshSchema();

  @Override
  protected PortalStore open() {
    return RelationalStores.portal(
        Postgresql.url(), schema, World.seeded(1).stream("portal", "retry"));
  }

  @AfterEach
  void dropSchema() {
    Postgresql.drop(schema);
  }
}
