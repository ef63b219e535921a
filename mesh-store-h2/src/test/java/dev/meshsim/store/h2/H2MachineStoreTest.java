package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.testing.Sampled;

@Sampled(value = 1, otherJdks = 4)
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
