package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineStoreExceptionTest {

  private static final MeshException WIDE =
      new MeshException("a.wide", "/m/keys", "lets others in", "run chmod 700", null);
  private static final MeshException LOST = new MeshException("a.lost", "it is gone", "restore it");

  @Test
  void theMessageIsTheFirstFindingAndTheNumberOfOthers() {
    MachineStoreException one = MachineStoreException.of("/m", List.of(WIDE));
    assertEquals(WIDE.getMessage(), one.getMessage());
    assertEquals("a.wide", one.code());
    MachineStoreException two = MachineStoreException.of("/m", List.of(WIDE, LOST));
    assertEquals("/m/keys: lets others in; and 1 more finding", two.problem());
  }

  @Test
  void everyErrorIsAFindingWithItsPlace() {
    assertEquals(
        List.of(
            new Finding("a.wide", "/m/keys", "lets others in", "run chmod 700"),
            new Finding("a.lost", "/m", "it is gone", "restore it")),
        MachineStoreException.of("/m", List.of(WIDE, LOST, WIDE)).findings());
  }
}
