package dev.meshsim.store.registry;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.testing.Sampled;

/** The registry store keeps the whole contract; its files hide keys as well. */
@Sampled(value = 1, otherJdks = 4)
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
