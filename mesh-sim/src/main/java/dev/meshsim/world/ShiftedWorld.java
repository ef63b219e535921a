package dev.meshsim.world;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A world as a machine with a wrong clock sees it: that world, at another time. Everything else is
 * the other world's. Thread-safe.
 */
public final class ShiftedWorld implements World {

  private final World world;
  private final Predicate<Duration> pause;
  private volatile Duration shift = Duration.ZERO;

  /** The given world, until {@link #shift} is called at its own time. */
  public ShiftedWorld(World world) {
    this(world, world::pause);
  }

  /**
   * As {@link #ShiftedWorld(World)}, with a way of its own to wait.
   *
   * @param pause waits as {@link World#pause} does
   */
  public ShiftedWorld(World world, Predicate<Duration> pause) {
    this.world = world;
    this.pause = pause;
  }

  /**
   * Sets the clock.
   *
   * @param by how far it is ahead of the other world's from now on; negative if it is behind, zero
   *     if it is right
   */
  public void shift(Duration by) {
    shift = by;
  }

  /** How far the clock is ahead of the other world's; negative if it is behind. */
  public Duration ahead() {
    return shift;
  }

  @Override
  public Instant now() {
    return world.now().plus(shift);
  }

  @Override
  public RandomStream stream(String machine, String purpose) {
    return world.stream(machine, purpose);
  }

  @Override
  public boolean pause(Duration time) {
    return pause.test(time);
  }

  @Override
  public OptionalLong seed() {
    return world.seed();
  }

  @Override
  public String toString() {
    return world + " shifted by " + shift;
  }
}
