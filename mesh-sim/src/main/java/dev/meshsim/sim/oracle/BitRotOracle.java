package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import java.util.List;
import java.util.Set;

/**
 * A wrong bit on a disk is never believed: the store reports the file that has it, or gives every
 * record as it was.
 */
final class BitRotOracle implements Oracle {

  @Override
  public String name() {
    return "bit-rot";
  }

  @Override
  public String law() {
    return "A store that starts with one wrong bit reports the file that has it, or gives every"
        + " record as it was.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Rotted.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (!(event instanceof SimEvent.Rotted rotted)) {
      return;
    }
    String where = "with a wrong bit in " + rotted.file() + ", the store of " + rotted.machine();
    if (rotted.failure().isPresent() && !(rotted.failure().get() instanceof MeshException)) {
      verdict.violated(where + " fails with " + rotted.failure().get().getClass().getSimpleName());
    } else if (!rotted.noticed().isEmpty()) {
      if (rotted.noticed().stream().noneMatch(problem -> problem.contains(rotted.file()))) {
        verdict.violated(where + " does not name the file");
      }
    } else {
      History history = scene.history();
      List<String> believed =
          history
              .overlays(rotted.machine())
              .differences(history.records(rotted.machine()), rotted.read());
      believed.forEach(difference -> verdict.violated(where + " reports nothing: " + difference));
    }
  }
}
