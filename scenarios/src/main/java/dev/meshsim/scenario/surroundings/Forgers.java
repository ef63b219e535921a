package dev.meshsim.scenario.surroundings;

import dev.meshsim.scenario.recording.RecordingPortal;
import dev.meshsim.sim.Reach;
import dev.meshsim.sim.forger.Forger;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.World;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody at each portal who sends it forged requests about the accounts that they know. */
public final class Forgers {

  private final World world;
  private final Map<String, Forger> all = new LinkedHashMap<>();
  private final Set<String> accounts = new LinkedHashSet<>();

  /** Nobody knows an account. */
  public Forgers(World world) {
    this.world = world;
  }

  /** The accounts that steps name are known to everybody. */
  public void saw(SimEvent.Began began) {
    began.arguments().values().stream()
        .filter(value -> value.indexOf('@') > 0 && value.indexOf(' ') < 0)
        .forEach(accounts::add);
  }

  /**
   * Somebody sends a portal a forged request.
   *
   * @return empty if there is nobody whom it could be done to, or the portal is away
   */
  public Optional<SimEvent.Forged> forge(RecordingPortal portal, Forgery forgery) {
    String domain = portal.domain();
    Forger forger = all.computeIfAbsent(domain, absent -> at(portal));
    List<String> there = accounts.stream().filter(name -> name.endsWith("@" + domain)).toList();
    return portal.reach() == Reach.BOTH_WAYS ? forger.forge(forgery, there) : Optional.empty();
  }

  private Forger at(RecordingPortal portal) {
    return portal.isElsewhere() ? Forger.visiting(world, portal) : new Forger(world, portal);
  }
}
