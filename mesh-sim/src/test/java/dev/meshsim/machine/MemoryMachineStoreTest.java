package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MemoryMachineStoreTest extends MachineStoreContract {

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
    return "each opening has a memory of its own, so that none can disturb another";
  }

  @Override
  protected int rounds() {
    return 400;
  }

  @Test
  void anotherOpeningStartsEmpty() {
    put(store(), SampleRecords.all());
    assertEquals("", LogicalContent.of(open(DESKTOP, StoreMode.TEST)));
    store().close();
    assertEquals("", LogicalContent.of(open(DESKTOP, StoreMode.TEST)));
  }
}
