package dev.meshsim.sim.oracle;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.RecordKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A machine has what it has stored itself. No commit of another changes it, and no private key of
 * one machine is on another but by a copy of its data or a recovery.
 */
final class MachinesIsolatedOracle implements Oracle {

  /** The first machine that has stored a key; machines whose data was copied are one. */
  private final Map<String, String> keys = new HashMap<>();

  private final Map<String, String> copies = new HashMap<>();
  private int next;

  @Override
  public String name() {
    return "machines-isolated";
  }

  @Override
  public String law() {
    return "A machine has what its own commits say, and no private key of another machine but by a"
        + " copy or a recovery.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Committed.class,
        SimEvent.Replaced.class,
        SimEvent.Restarted.class,
        SimEvent.Settled.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put && change.key().kind() == RecordKind.PRIVATE_KEY) {
          key(commit.machine(), change.key().name(), scene, verdict);
        }
      }
    } else if (event instanceof SimEvent.Replaced replaced) {
      replaced.from().ifPresent(from -> copies.put(origin(replaced.machine()), origin(from)));
    } else if (event instanceof SimEvent.Restarted restarted) {
      other(restarted.machine(), scene, verdict);
    } else if (event instanceof SimEvent.Settled) {
      scene.machines().forEach(machine -> compare(machine, scene, verdict));
    }
  }

  private String origin(String machine) {
    String origin = machine;
    while (copies.containsKey(origin) && !copies.get(origin).equals(origin)) {
      origin = copies.get(origin);
    }
    return origin;
  }

  private void key(String machine, String key, Scene scene, Verdict verdict) {
    String owner = keys.putIfAbsent(key, machine);
    Optional<String> word = scene.history().operation(machine).map(SimEvent.Began::word);
    if (owner != null
        && !origin(owner).equals(origin(machine))
        && word.filter("recover"::equals).isEmpty()) {
      verdict.violated(machine + " has stored the private key " + key + " of " + owner);
    }
  }

  /** Compares one machine at each restart of another, each in its turn. */
  private void other(String restarted, Scene scene, Verdict verdict) {
    List<String> machines = scene.machines();
    String machine = machines.get(next++ % machines.size());
    if (!machine.equals(restarted)) {
      compare(machine, scene, verdict);
    }
  }

  private static void compare(String machine, Scene scene, Verdict verdict) {
    History history = scene.history();
    history
        .overlays(machine)
        .differences(history.records(machine), History.stored(scene.store(machine)))
        .forEach(difference -> verdict.violated("on " + machine + " " + difference));
  }
}
