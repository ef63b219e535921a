package dev.meshsim.machine;

import java.util.ArrayList;
import java.util.List;

/** Copies a machine's data from one store to another, of whatever kinds they are. */
public final class StoreTransfer {

  private StoreTransfer() {}

  /**
   * Copies everything, in one commit. Each store keeps its own copy of a private key.
   *
   * @param to an empty store of the same mode
   * @return the number of records
   * @throws MachineException if {@code to} is not empty, or if one holds test data and the other
   *     does not
   */
  public static int copy(MachineStore from, MachineStore to) {
    if (from.mode() != to.mode()) {
      throw MachineException.modesDiffer(from.mode(), to.mode());
    }
    List<MachineChange> changes = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (!to.list(kind).isEmpty()) {
        throw MachineException.notEmpty();
      }
      from.list(kind).forEach(record -> changes.add(new MachineChange.Put(record)));
    }
    to.commit(changes);
    return changes.size();
  }
}
