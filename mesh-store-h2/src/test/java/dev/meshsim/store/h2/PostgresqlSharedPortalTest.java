package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.SharedPortalContract;
import dev.meshsim.world.World;
import org.junit.jupiter.api.AfterEach;

/** Two services with connections of their own to one PostgreSQL schema. */
class PostgresqlSharedPortalTest extends SharedPortalContract {

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
