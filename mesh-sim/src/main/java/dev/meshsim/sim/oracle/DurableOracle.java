package dev.meshsim.sim.oracle;

import java.util.List;
import java.util.Set;

/**
 * A machine that starts again has every record that its store had acknowledged; a commit that
 * failed is there as a whole or not at all.
 */
final class DurableOracle implements Oracle {

  static final String NAME = "durable";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String law() {
    return "What a machine's store has acknowledged is there after a restart, and a failed commit"
        + " is there as a whole or not at all.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Restarted.class, SimEvent.NotOpened.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.NotOpened not && scene.machines().contains(not.place())) {
      verdict.violated("the store of " + not.place() + " does not open: " + not.why());
    } else if (event instanceof SimEvent.Restarted restarted) {
      String machine = restarted.machine();
      History history = scene.history();
      List<String> differences =
          history
              .overlays(machine)
              .differences(history.records(machine), History.stored(scene.store(machine)));
      differences.forEach(
          difference -> verdict.violated("after a restart of " + machine + " " + difference));
    }
  }
}
