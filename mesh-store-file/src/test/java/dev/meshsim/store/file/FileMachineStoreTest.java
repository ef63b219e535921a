package dev.meshsim.store.file;

import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;

class FileMachineStoreTest extends MachineStoreContract {

  @Override
  protected MachineStoreProvider provider() {
    return MachineStores.named("file");
  }
}
