package dev.meshsim.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The faults that wait for the commits of one machine. Each happens once, to the next commit, in
 * the order in which they were planned.
 */
public final class StoreFaults {

  private final Deque<Planned> waiting = new ArrayDeque<>();

  /**
   * A fault that waits for a commit.
   *
   * @param fault one of {@link Fault.Place#COMMITS}
   * @param origin where it was planned, for a report: a line of a scenario, for example
   */
  public record Planned(Fault fault, String origin) {

    /** Checks the place of the fault. */
    public Planned {
      if (fault.place() != Fault.Place.COMMITS) {
        throw new IllegalArgumentException(fault + " is no fault of commits");
      }
    }
  }

  /** Plans a fault, after those that wait already. */
  public void plan(Planned fault) {
    waiting.add(fault);
  }

  /** Takes the fault that happens to the next commit. */
  Optional<Fault> take() {
    return Optional.ofNullable(waiting.poll()).map(Planned::fault);
  }

  /** Forgets every fault that has not happened. */
  public void forget() {
    waiting.clear();
  }

  /** The faults that have not happened. */
  public List<Planned> unfinished() {
    return List.copyOf(waiting);
  }
}
