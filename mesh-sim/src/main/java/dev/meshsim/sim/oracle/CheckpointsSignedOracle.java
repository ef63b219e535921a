package dev.meshsim.sim.oracle;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.sim.oracle.fact.LogSignatures;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.note.NoteKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A machine believes no checkpoint without a right signature of the log's key, as the machine's
 * statements of the portal's keys name it. A checkpoint of another key proves nothing to others,
 * whatever it contradicts later.
 */
final class CheckpointsSignedOracle implements Oracle {

  private record View(String machine, String portal) {}

  private final Map<View, String> last = new HashMap<>();

  @Override
  public String name() {
    return "checkpoints-signed";
  }

  @Override
  public String law() {
    return "Every checkpoint that a machine believes is signed with the key of the portal's log.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Committed.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put put
            && put.record() instanceof MachineRecord.Portal pin) {
          remembered(commit.machine(), pin, verdict);
        }
      }
    }
  }

  private void remembered(String machine, MachineRecord.Portal pin, Verdict verdict) {
    LogMemory log = pin.log();
    HeadProof head = log == null ? null : log.head();
    if (log == null
        || head == null
        || head.checkpoint().equals(last.put(new View(machine, pin.domain()), head.checkpoint()))) {
      return;
    }
    Stream<NoteKey> keys =
        Stream.concat(Stream.of(pin.statement()), log.earlierStatements().stream())
            .flatMap(text -> KeyStatement.read(text).log().stream());
    if (keys.noneMatch(key -> LogSignatures.has(head.note(), key))) {
      verdict.violated(
          machine
              + " believes "
              + head.mapHead().number()
              + " records of "
              + pin.domain()
              + ", which no key of its log has signed");
    }
  }
}
