package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoreTransferTest {

  private final MachineStore from = new MemoryMachineStore(StoreMode.TEST);
  private final MachineStore to = new MemoryMachineStore(StoreMode.TEST);

  private void fill(MachineStore store) {
    SampleRecords.all().forEach(r -> store.commit(List.of(new MachineChange.Put(r))));
  }

  @Test
  void aCopyHasTheSameContentAndKeysOfItsOwn() {
    fill(from);
    String content = LogicalContent.of(from);
    assertEquals(SampleRecords.all().size(), MachineStores.copy(from, to));
    from.close();
    assertEquals(content, LogicalContent.of(to), "although the other store cleared its keys");
  }

  @Test
  void aStoreWithDataIsNotCopiedTo() {
    fill(to);
    String before = LogicalContent.of(to);
    MachineException e = assertThrows(MachineException.class, () -> MachineStores.copy(from, to));
    assertEquals(MachineException.Code.NOT_EMPTY, e.errorCode());
    assertEquals(before, LogicalContent.of(to));
  }

  @Test
  void testDataNeverBecomesProductionData() {
    fill(from);
    MachineStore production = new MemoryMachineStore(StoreMode.PRODUCTION);
    MachineException e =
        assertThrows(MachineException.class, () -> MachineStores.copy(from, production));
    assertEquals(MachineException.Code.MODES_DIFFER, e.errorCode());
    assertEquals("", LogicalContent.of(production));
  }
}
