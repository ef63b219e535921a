package dev.meshsim.store.registry;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

/** The registry store keeps the whole contract; nothing is overridden. */
class RegistryContractTest extends MachineStoreContract {

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("registry");
  }
}
