package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.TestFailure;
import dev.meshsim.store.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineStoreExceptionTest {

  private static final MeshException WIDE =
      new TestFailure(TestFailure.Code.WIDE, "/m/keys", "lets others in");
  private static final MeshException LOST = new TestFailure(TestFailure.Code.LOST, "it is gone");

  @Test
  void theMessageIsTheFirstFindingAndTheNumberOfOthers() {
    MachineStoreException one = MachineStoreException.of("/m", List.of(WIDE));
    assertEquals(WIDE.getMessage(), one.getMessage());
    assertEquals("test.wide", one.code());
    assertEquals("/m/keys", one.place());
    MachineStoreException two = MachineStoreException.of("/m", List.of(WIDE, LOST));
    assertEquals("/m/keys: lets others in; and 1 more finding", two.problem());
  }

  @Test
  void everyErrorIsAFindingWithItsPlace() {
    assertEquals(
        List.of(
            new Finding(TestFailure.Code.WIDE, "/m/keys", "lets others in"),
            new Finding(TestFailure.Code.LOST, "/m", "it is gone")),
        MachineStoreException.of("/m", List.of(WIDE, LOST, WIDE)).findings());
  }
}
