package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;
import dev.meshsim.world.World;

class H2MemoryPortalStoreTest extends PortalStoreContract {

  @Override
  protected PortalStore open() {
    return RelationalStores.portalInMemory(World.seeded(1).stream("portal", "retry"));
  }

  /** Memory is gone when it is closed. */
  @Override
  protected boolean reopens() {
    return false;
  }

  /** The file's test has them all. */
  @Override
  protected boolean fewer() {
    return true;
  }
}
