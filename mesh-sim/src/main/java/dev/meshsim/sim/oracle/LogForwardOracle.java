package dev.meshsim.sim.oracle;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.Receipt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A machine's memory of a log only grows. No record that it knows as the latest of a key is
 * replaced by an older one, and a receipt is given up when the record that it promises is in the
 * history which the machine believes: that history is the judge.
 */
final class LogForwardOracle implements Oracle {

  private record View(String machine, String portal) {}

  private final Map<View, LogMemory> last = new HashMap<>();

  @Override
  public String name() {
    return "log-forward";
  }

  @Override
  public String law() {
    return "What a machine knows of a log does not go back, and no receipt is given up in vain.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Committed.class, SimEvent.Replaced.class, SimEvent.Restarted.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Replaced replaced) {
      last.keySet().removeIf(view -> view.machine().equals(replaced.machine()));
      begin(replaced.machine(), scene);
    } else if (event instanceof SimEvent.Restarted restarted) {
      last.keySet().removeIf(view -> view.machine().equals(restarted.machine()));
    } else if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change.key().kind() == RecordKind.PORTAL) {
          changed(new View(commit.machine(), change.key().name()), change, scene, verdict);
        }
      }
    }
  }

  /** Takes what a machine's store has for what the machine knows, and judges nothing. */
  private void begin(String machine, Scene scene) {
    Belief.memories(machine, scene.history())
        .forEach((portal, memory) -> last.put(new View(machine, portal), memory));
  }

  private void changed(View view, MachineChange change, Scene scene, Verdict verdict) {
    LogMemory now =
        change instanceof MachineChange.Put put && put.record() instanceof MachineRecord.Portal pin
            ? pin.log()
            : null;
    LogMemory before = now == null ? last.remove(view) : last.put(view, now);
    // A new log is remembered from its beginning.
    if (before != null && now != null && (before.head() == null || now.head() != null)) {
      records(view, before, now, verdict);
      receipts(view, before, now, scene, verdict);
    }
  }

  private static void records(View view, LogMemory before, LogMemory now, Verdict verdict) {
    for (LogMemory.Seen known : before.seen()) {
      now.of(known.log(), known.primaryKey())
          .filter(seen -> seen.number() < known.number())
          .ifPresent(
              seen ->
                  verdict.violated(
                      view.machine()
                          + " takes record "
                          + seen.number()
                          + " of "
                          + view.portal()
                          + " for the latest of its key, and has known record "
                          + known.number()));
    }
  }

  private static void receipts(
      View view, LogMemory before, LogMemory now, Scene scene, Verdict verdict) {
    Optional<Belief> belief =
        Belief.head(now).flatMap(head -> Belief.of(head, view.portal(), scene));
    boolean full = now.receipts().size() == LogMemory.MOST_RECEIPTS;
    if (full || belief.isEmpty()) {
      return;
    }
    for (LogMemory.Kept kept : before.receipts()) {
      if (!now.receipts().contains(kept) && !isIn(belief.get(), receipt(kept))) {
        verdict.violated(
            view.machine()
                + " has given up the receipt of record "
                + receipt(kept).number()
                + " of "
                + view.portal()
                + ", which is not in the history that it believes");
      }
    }
  }

  private static Receipt receipt(LogMemory.Kept kept) {
    return Receipt.verified(kept.receipt());
  }

  private static boolean isIn(Belief belief, Receipt receipt) {
    return receipt.number() <= belief.head().size() && Belief.has(belief.store(), receipt);
  }
}
