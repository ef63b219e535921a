package dev.meshsim.sim.oracle;

import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.Receipt;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The log of a portal that a machine believes.
 *
 * @param head the last checkpoint that it has accepted
 * @param store the history that the checkpoint is of
 */
record Belief(TreeHead head, PortalStore store) {

  /** The memory of a portal's log in a machine's store. */
  static Optional<LogMemory> memory(String machine, String portal, History history) {
    return history.records(machine).get(new RecordKey(RecordKind.PORTAL, portal))
            instanceof MachineRecord.Portal pin
        ? Optional.ofNullable(pin.log())
        : Optional.empty();
  }

  /** The memories of all portals' logs in a machine's store, by the portals' domains. */
  static Map<String, LogMemory> memories(String machine, History history) {
    Map<String, LogMemory> memories = new TreeMap<>();
    for (MachineRecord record : history.records(machine).values()) {
      if (record instanceof MachineRecord.Portal pin && pin.log() != null) {
        memories.put(pin.domain(), pin.log());
      }
    }
    return memories;
  }

  /** The checkpoint that a machine's store has of a portal's log. */
  static Optional<TreeHead> head(String machine, String portal, History history) {
    return memory(machine, portal, history).flatMap(Belief::head);
  }

  /** The checkpoint that a machine remembers. */
  static Optional<TreeHead> head(LogMemory memory) {
    return Optional.ofNullable(memory.head()).map(head -> Checkpoint.verified(head.note()).tree());
  }

  /** The history of a checkpoint; empty if nobody has it any more. */
  static Optional<Belief> of(TreeHead head, String portal, Scene scene) {
    return of(head, portal, scene, store -> true);
  }

  /** The history of a checkpoint that has the record of a receipt too. */
  static Optional<Belief> of(TreeHead head, Receipt receipt, String portal, Scene scene) {
    return of(head, portal, scene, store -> has(store, receipt));
  }

  private static Optional<Belief> of(
      TreeHead head, String portal, Scene scene, Predicate<PortalStore> also) {
    return scene.portals().contains(portal)
        ? scene.histories(portal).stream()
            .filter(store -> hasHead(store, head) && also.test(store))
            .findFirst()
            .map(store -> new Belief(head, store))
        : Optional.empty();
  }

  /** True if a log has the record of a receipt. */
  static boolean has(PortalStore store, Receipt receipt) {
    return receipt.number() <= store.tree().size()
        && store.tree().leaves(new long[] {receipt.number()}).get(0).equals(receipt.leafHash());
  }

  /** True if the history begins with the records of a checkpoint. */
  boolean beginsWith(TreeHead other) {
    return other.size() <= head.size() && hasHead(store, other);
  }

  private static boolean hasHead(PortalStore store, TreeHead head) {
    return store.tree().size() >= head.size() && store.tree().head(head.size()).equals(head);
  }
}
