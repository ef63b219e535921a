package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.tree.TreeHead;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one log that a machine believes are of one history; so are those that an
 * honest witness cosigns, and those that a portal notes of another. A machine that demands
 * witnesses believes nothing that contradicts what enough of them have cosigned longer ago than the
 * demand allows. The histories themselves are the judge: what a portal has signed is looked up in
 * the stores of all its branches.
 */
final class LogsAgreeOracle implements Oracle {

  /** Somebody, and the log that they look at. */
  private record View(String by, String origin) {}

  /** A checkpoint that witnesses have cosigned. */
  private static final class Cosigned {
    private final TreeHead tree;
    private final Set<String> witnesses = new HashSet<>();
    private Instant enough = Instant.MAX;

    Cosigned(TreeHead tree) {
      this.tree = tree;
    }
  }

  private final Map<View, TreeHead> last = new HashMap<>();
  private final Map<String, Map<TreeHead, Cosigned>> cosigned = new HashMap<>();

  /** When each machine began what it does: an answer that it has may be as old. */
  private final Map<String, Instant> began = new HashMap<>();

  private final Set<String> wrongClocks = new HashSet<>();
  private boolean corrupt;

  @Override
  public String name() {
    return "logs-agree";
  }

  @Override
  public String law() {
    return "What a machine, a witness and another portal believe of a log is one history.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Committed.class,
        SimEvent.Replaced.class,
        SimEvent.PortalReplaced.class,
        SimEvent.Cosigned.class,
        SimEvent.PeerSeen.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Began began) {
      began(began, scene.now());
    } else if (event instanceof SimEvent.Replaced replaced) {
      forget(replaced.machine());
      begin(replaced.machine(), scene);
    } else if (event instanceof SimEvent.PortalReplaced replaced) {
      forget(replaced.portal());
    } else if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put put
            && put.record() instanceof MachineRecord.Portal portal) {
          remembered(portal.log())
              .ifPresent(note -> believed(commit.machine(), checkpoint(note), scene, verdict));
        }
      }
    } else if (event instanceof SimEvent.Cosigned line) {
      cosigned(line, scene, verdict);
    } else if (event instanceof SimEvent.PeerSeen seen) {
      follows(seen.portal(), checkpoint(note(seen.checkpoint())), scene, verdict);
    }
  }

  /** Forgets the views of somebody who got older data back and begins again. */
  private void forget(String by) {
    last.keySet().removeIf(view -> view.by().equals(by));
  }

  /**
   * Takes what a machine's store has of others' logs for the machine's views, and judges nothing.
   */
  private void begin(String machine, Scene scene) {
    Belief.memories(machine, scene.history())
        .forEach(
            (portal, memory) ->
                Belief.head(memory).ifPresent(head -> last.put(new View(machine, portal), head)));
  }

  private void began(SimEvent.Began operation, Instant now) {
    began.put(operation.machine(), now);
    if (operation.word().equals("clock")) {
      wrongClocks.add(operation.machine());
    }
  }

  private static Note note(String text) {
    return Note.parse(Bytes.utf8(text));
  }

  private static Checkpoint checkpoint(Note note) {
    return Checkpoint.verified(note);
  }

  private static Optional<Note> remembered(@Nullable LogMemory memory) {
    return Optional.ofNullable(memory).map(LogMemory::head).map(HeadProof::note);
  }

  private void believed(String machine, Checkpoint seen, Scene scene, Verdict verdict) {
    if (seen.tree().equals(last.get(new View(machine, seen.origin())))) {
      return;
    }
    follows(machine, seen, scene, verdict);
    if (scene.witnessesDemanded() == 0 || corrupt || wrongClocks.contains(machine)) {
      return;
    }
    Instant before = began.getOrDefault(machine, scene.now()).minus(WitnessDemand.USUAL_AGE);
    Optional<Belief> belief = Belief.of(seen.tree(), seen.origin(), scene);
    for (Cosigned known : cosigned.getOrDefault(seen.origin(), Map.of()).values()) {
      if (known.enough.isBefore(before)
          && belief.isPresent()
          && !belief.get().beginsWith(known.tree)) {
        verdict.violated(
            machine
                + " believes "
                + seen.tree().size()
                + " records of "
                + seen.origin()
                + ", which are not those that its witnesses have cosigned long ago");
        return;
      }
    }
  }

  /** A checkpoint continues the last one of the same view. */
  private void follows(String by, Checkpoint seen, Scene scene, Verdict verdict) {
    TreeHead before = last.put(new View(by, seen.origin()), seen.tree());
    Optional<Belief> belief = Belief.of(seen.tree(), seen.origin(), scene);
    boolean shrunk = before != null && before.size() > seen.tree().size();
    if (before != null
        && !before.equals(seen.tree())
        && (shrunk || (belief.isPresent() && !belief.get().beginsWith(before)))) {
      verdict.violated(
          by
              + " has taken "
              + seen.tree().size()
              + " records of "
              + seen.origin()
              + " for a history that begins with "
              + before.size()
              + " others");
    }
  }

  private void cosigned(SimEvent.Cosigned line, Scene scene, Verdict verdict) {
    Checkpoint seen = checkpoint(note(line.checkpoint()));
    if (!line.honest()) {
      corrupt = true;
      return;
    }
    follows(line.witness(), seen, scene, verdict);
    Cosigned all =
        Objects.requireNonNull(
            cosigned
                .computeIfAbsent(seen.origin(), origin -> new HashMap<>())
                .computeIfAbsent(seen.tree(), Cosigned::new));
    all.witnesses.add(line.witness());
    if (all.witnesses.size() >= scene.witnessesDemanded() && all.enough.equals(Instant.MAX)) {
      all.enough = scene.now();
    }
  }
}
