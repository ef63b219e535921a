package dev.meshsim.log.memory;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreContract;

class MemoryPortalStoreTest extends PortalStoreContract {

  @Override
  protected PortalStore open() {
    return new MemoryPortalStore();
  }

  /** Memory is gone when it is closed. */
  @Override
  protected boolean reopens() {
    return false;
  }
}
