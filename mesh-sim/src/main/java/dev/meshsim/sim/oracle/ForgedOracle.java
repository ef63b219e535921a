package dev.meshsim.sim.oracle;

import dev.meshsim.sim.oracle.fact.Message;
import java.util.Set;

/** A portal refuses every forged request. */
final class ForgedOracle implements Oracle {

  @Override
  public String name() {
    return "forgeries-refused";
  }

  @Override
  public String law() {
    return "A portal refuses every request that its sender may not make.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Forged.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Forged forged) {
      Message message = scene.history().message(forged);
      if (message.accepted()) {
        verdict.violated(forged.portal() + " has accepted a forged request: " + forged.forgery());
      }
    }
  }
}
