package dev.meshsim.protect;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The requests that a portal has taken within the last two time windows, so that none is taken
 * twice. Bounded: a request more is refused, so that no flood makes the portal forget. Thread-safe.
 */
public final class ReplayMemory {

  private final Supplier<Instant> clock;
  private final Duration width;
  private final int most;
  private final Map<String, Use> used = new LinkedHashMap<>();
  private Instant forgottenUpTo = Instant.MIN;

  private record Use(Instant at, Instant sealed, Object taking) {}

  /** The answer of the memory. */
  public enum Outcome {
    /** The request was not used before, or by the same taking. */
    TAKEN,
    /** The request was used, or may have been. */
    COPY,
    /** As many requests as possible are remembered. */
    FULL
  }

  /**
   * Without a request.
   *
   * @param width how far a request's time may be from the clock's, either way
   * @param most the most requests that are remembered, each for twice that time
   */
  public ReplayMemory(Supplier<Instant> clock, Duration width, int most) {
    this.clock = clock;
    this.width = width;
    this.most = most;
  }

  /**
   * Marks a request as used.
   *
   * @param name the request's own number and the key of its signer
   * @param sealed its time
   * @param taking whoever takes it, who may do so again: a transaction that runs once more
   */
  public synchronized Outcome use(String name, Instant sealed, Object taking) {
    Instant now = clock.get();
    forgetBefore(now.minus(width).minus(width));
    Use before = used.get(name);
    if (before == null ? !sealed.isAfter(forgottenUpTo) : !before.taking().equals(taking)) {
      return Outcome.COPY;
    }
    if (before == null && used.size() >= most) {
      return Outcome.FULL;
    }
    used.putIfAbsent(name, new Use(now, sealed, taking));
    return Outcome.TAKEN;
  }

  /** The clock may be set back afterwards, so the latest time that is forgotten stays a bound. */
  private void forgetBefore(Instant time) {
    Iterator<Use> oldest = used.values().iterator();
    while (oldest.hasNext()) {
      Use use = oldest.next();
      if (!use.at().isBefore(time)) {
        return;
      }
      forgottenUpTo = use.sealed().isAfter(forgottenUpTo) ? use.sealed() : forgottenUpTo;
      oldest.remove();
    }
  }
}
