package dev.meshsim.store.h2.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The number of the last durable change, and the failure after which no change will be. */
final class DurableMark {

  private final String place;
  private final Object progress = new Object();
  private volatile long last;
  private volatile @Nullable LostChangeException lost;

  /**
   * A mark for a database.
   *
   * @param place the place that failures name
   */
  DurableMark(String place) {
    this.place = place;
  }

  /** All changes up to this one are durable; the mark never moves back. */
  void advance(long change) {
    synchronized (progress) {
      last = Math.max(last, change);
      progress.notifyAll();
    }
  }

  /** Gives up after a failed commit. Returns the failure to report. */
  LostChangeException lose(Throwable cause) {
    return lose(LostChangeException.notDurable(place, cause));
  }

  /** Gives up: nothing more becomes durable. Returns the failure to report. */
  LostChangeException lose(LostChangeException failure) {
    synchronized (progress) {
      lost = failure;
      progress.notifyAll();
    }
    return failure;
  }

  boolean isLost() {
    return lost != null;
  }

  /** A new failure for one more caller, caused by the failure that {@link #lose} reported. */
  LostChangeException failure() {
    return Objects.requireNonNull(lost).again();
  }

  /** The number of the last change that is known to be durable. */
  long last() {
    return last;
  }

  /** True if a change is durable. */
  boolean reached(long change) {
    return change <= last;
  }

  /**
   * Waits until a change is durable. An interrupt does not end the wait: the change is made, and
   * its caller must learn whether it is durable.
   *
   * @throws LostChangeException if it never will be
   */
  void await(long change) {
    boolean interrupted = false;
    synchronized (progress) {
      while (!reached(change) && lost == null) {
        interrupted |= waitOnce(progress);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (!reached(change)) {
        throw failure();
      }
    }
  }

  /**
   * Waits once for a monitor, which the caller holds and whose condition it checks in a loop. An
   * interrupt does not end the loop, since a write that has begun must be finished.
   *
   * @return true if the thread was interrupted; the caller interrupts it again after the loop
   */
  @SuppressWarnings("WaitNotInLoop") // the callers loop
  static boolean waitOnce(Object monitor) {
    try {
      monitor.wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
