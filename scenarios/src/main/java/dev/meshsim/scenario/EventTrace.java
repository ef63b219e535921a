package dev.meshsim.scenario;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The trace of a finding: a short digest of each event of its run, up to the one at which an oracle
 * spoke. A later run compares its own events with it.
 *
 * @param seed the seed of the run
 * @param events the first {@value #DIGITS} hexadecimal digits of the SHA-256 digest of each event
 */
public record EventTrace(long seed, List<String> events) {

  /** The number of hexadecimal digits of an event. */
  public static final int DIGITS = 8;

  /** The form of the digest of one event. */
  public static final Pattern EVENT = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

  /** Copies the list, which has at least one event. */
  public EventTrace {
    events = List.copyOf(events);
    if (events.isEmpty() || !events.stream().allMatch(EVENT.asMatchPredicate())) {
      throw new IllegalArgumentException("a trace has digests of " + DIGITS + " digits");
    }
  }
}
