package dev.meshsim.store.file;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.testing.Sampled;

@Sampled(value = 1, otherJdks = 4)
class FileMachineStoreTest extends MachineStoreContract {

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("file");
  }
}
