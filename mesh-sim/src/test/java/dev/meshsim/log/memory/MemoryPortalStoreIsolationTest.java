package dev.meshsim.log.memory;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreIsolation;

class MemoryPortalStoreIsolationTest extends PortalStoreIsolation {

  @Override
  protected PortalStore open() {
    return new MemoryPortalStore();
  }
}
