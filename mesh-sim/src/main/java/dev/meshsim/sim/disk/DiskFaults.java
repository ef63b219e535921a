package dev.meshsim.sim.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The faults that wait for the operations of one disk. They are met in the order in which they were
 * planned, each once. Not thread-safe: the files of a disk lock it.
 */
public final class DiskFaults {

  /**
   * A fault that waits.
   *
   * @param mode how the disk fails
   * @param after how many operations that change the disk succeed first; counted from the planning,
   *     or from the fault before
   * @param origin where it was planned, for a report: a line of a scenario, for example
   */
  public record Planned(FaultMode mode, int after, String origin) {}

  private final Deque<Planned> waiting = new ArrayDeque<>();
  private final Consumer<FaultMode> happened;
  private int passed;
  private boolean suspended;

  /**
   * Without faults at first.
   *
   * @param happened receives each fault when it takes effect
   */
  public DiskFaults(Consumer<FaultMode> happened) {
    this.happened = happened;
  }

  /** Only one fault, of which nobody is told. */
  static DiskFaults of(FaultMode mode, int after) {
    DiskFaults faults = none();
    faults.plan(new Planned(mode, after, ""));
    return faults;
  }

  /** No fault. */
  static DiskFaults none() {
    return new DiskFaults(mode -> {});
  }

  /** Plans a fault, after those that wait already. */
  public void plan(Planned fault) {
    if (waiting.isEmpty()) {
      passed = 0;
    }
    waiting.add(fault);
  }

  /** Forgets every fault that has not happened. */
  public void forget() {
    waiting.clear();
  }

  /** Does what no program of the disk does; the faults go on waiting, and it does not count. */
  void suspendedDuring(Runnable work) {
    suspended = true;
    try {
      work.run();
    } finally {
      suspended = false;
    }
  }

  /** The faults that have not happened. */
  public List<Planned> unfinished() {
    return List.copyOf(waiting);
  }

  /**
   * Takes the fault that happens to an operation.
   *
   * @param grows true if the operation needs space; a full disk fails only those
   */
  Optional<FaultMode> take(boolean grows) {
    Planned next = suspended ? null : waiting.peek();
    if (next == null || passed++ < next.after() || (next.mode() == FaultMode.DISK_FULL && !grows)) {
      return Optional.empty();
    }
    waiting.remove();
    passed = 0;
    happened.accept(next.mode());
    return Optional.of(next.mode());
  }
}
