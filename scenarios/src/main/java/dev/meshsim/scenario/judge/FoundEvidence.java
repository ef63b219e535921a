package dev.meshsim.scenario.judge;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The evidence of portals that broke the rules of their logs, which a run has brought to light. */
public final class FoundEvidence {

  private final Set<Bytes> texts = new LinkedHashSet<>();

  /** Nothing was found yet. */
  public FoundEvidence() {}

  /** Keeps the evidence of an event: a machine's, a witness's or another portal's. */
  public void saw(SimEvent event) {
    if (event instanceof SimEvent.Accused accused) {
      texts.add(accused.evidence());
    } else if (event instanceof SimEvent.Ended ended
        && ended.failure().orElse(null) instanceof TransparencyException.Proved proved) {
      texts.add(proved.evidence());
    }
  }

  /** The different texts, as files have them, in the order in which they were found. */
  public List<Bytes> texts() {
    return new ArrayList<>(texts);
  }
}
