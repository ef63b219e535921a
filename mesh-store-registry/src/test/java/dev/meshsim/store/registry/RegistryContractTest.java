package dev.meshsim.store.registry;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

/** The registry store keeps the whole contract; its files hide keys as well. */
class RegistryContractTest extends MachineStoreContract {

  @Override
  protected String whyFilesHideKeys() {
    return "key files are encrypted, as those of Windows are";
  }

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("registry");
  }
}
