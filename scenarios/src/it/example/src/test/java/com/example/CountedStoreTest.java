package com.example;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

/** The contract of all stores, for the store of this project. */
class CountedStoreTest extends MachineStoreContract {

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("counted");
  }

  @Override
  protected String whyItForgets() {
    return "it keeps its records in memory";
  }

  @Override
  protected String whyItMayBeOpenTwice() {
    return "each opening has a memory of its own";
  }
}
