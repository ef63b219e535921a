package dev.meshsim.scenario.surroundings;

import dev.meshsim.sim.schedule.Turns;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.world.SeededWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rounds in which the portals of a scenario ask those who vouch for their logs: before each
 * step, and while time passes. While machines act at the same time, each portal is an actor too.
 */
public final class Tending {

  /** The time between two rounds of a portal that is an actor. */
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final SeededWorld world;
  private final boolean watched;
  private final Supplier<List<String>> domains;
  private final Function<String, Tended> portals;
  private boolean byActors;

  /** A portal that can be tended. */
  @FunctionalInterface
  public interface Tended {

    /**
     * Does what is due.
     *
     * @param turns where it hands over while it waits; empty for nowhere
     */
    void tend(Optional<Turns> turns);
  }

  /**
   * The rounds of some portals.
   *
   * @param watched false if nobody looks at the logs; then nothing is ever due
   * @param portals gives a portal as it is now
   */
  public Tending(
      SeededWorld world,
      boolean watched,
      Supplier<List<String>> domains,
      Function<String, Tended> portals) {
    this.world = world;
    this.watched = watched;
    this.domains = domains;
    this.portals = portals;
  }

  /** True if portals ask anybody. */
  public boolean isNeeded() {
    return watched;
  }

  /** Every portal does what is due, unless each is an actor. */
  public void round() {
    if (watched && !byActors) {
      domains.get().forEach(domain -> portals.apply(domain).tend(Optional.empty()));
    }
  }

  /** Lets time pass, with the rounds that are due in it. */
  public void pass(Duration time) {
    Duration left = time;
    while (watched && left.compareTo(LogPartners.USUAL_REFRESH) > 0) {
      world.advance(LogPartners.USUAL_REFRESH);
      left = left.minus(LogPartners.USUAL_REFRESH);
      round();
    }
    world.advance(left);
    round();
  }

  /** Does something while each portal is an actor. */
  public <T> T byActors(Supplier<T> work) {
    byActors = true;
    try {
      return work.get();
    } finally {
      byActors = false;
    }
  }

  /** The rounds of a portal that is an actor, as long as others go on. */
  public void act(String domain, BooleanSupplier going, Turns turns) {
    do {
      portals.apply(domain).tend(Optional.of(turns));
    } while (going.getAsBoolean() && turns.pause(ROUND) && going.getAsBoolean());
  }
}
