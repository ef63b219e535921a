package dev.meshsim.log;

class MemoryPortalStoreIsolationTest extends PortalStoreIsolation {

  @Override
  protected PortalStore open() {
    return new MemoryPortalStore();
  }
}
