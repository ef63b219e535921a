package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

class H2MachineStoreTest extends MachineStoreContract {

  @Override
  protected String whyTextsMayStay() {
    return "H2 caches pages and holds what it has written in buffers, which nothing can erase";
  }

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("h2");
  }
}
