package dev.meshsim.protect;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests that a portal has opened within the last two time windows, so that none is opened
 * twice. Bounded: a request more is refused, so that no flood makes the portal forget. Thread-safe.
 */
final class ReplayMemory {

  private final TimeWindow window;
  private final int most;
  private final Map<String, Use> used = new LinkedHashMap<>();
  private Instant forgottenUpTo = Instant.MIN;

  private record Use(Instant at, Instant sealed) {}

  ReplayMemory(TimeWindow window, int most) {
    this.window = window;
    this.most = most;
  }

  /**
   * Marks a request as used.
   *
   * @param number the request's own number and its client's key
   * @param sealed its time
   * @throws ProtectException {@code protect.replayed} if it was used, or may have been; {@code
   *     protect.overloaded} if as many as possible are remembered
   */
  synchronized void use(String number, Instant sealed) {
    Instant now = window.now();
    forgetBefore(now.minus(window.width()).minus(window.width()));
    if (used.containsKey(number) || !sealed.isAfter(forgottenUpTo)) {
      throw ProtectException.replayed();
    }
    if (used.size() >= most) {
      throw ProtectException.overloaded();
    }
    used.put(number, new Use(now, sealed));
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
