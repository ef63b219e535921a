package com.example;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

/** The kit alone, from a package of somebody else's. */
class OwnMachineStoreTest extends MachineStoreContract {

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("memory");
  }

  @Override
  protected String whyItForgets() {
    return "memory is gone when its store is closed";
  }

  @Override
  protected String whyItMayBeOpenTwice() {
    return "each opening has a memory of its own";
  }

  @Override
  protected int rounds() {
    return 20;
  }
}
