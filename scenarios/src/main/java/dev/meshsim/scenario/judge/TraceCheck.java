package dev.meshsim.scenario.judge;

import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.Step;
import dev.meshsim.sim.oracle.SimEvent;
import java.time.Instant;
import java.util.Optional;

/** Compares the events of a run with the trace of a finding, and names the first that differs. */
final class TraceCheck {

  /** The expectation that a run meets if it repeats its finding. */
  static final String WANTED = "the finding of the trace";

  private static final String CHANGED =
      "; the code does not do the same as when the trace was made. Remove trace: to run the steps"
          + " without it";

  private final EventTrace trace;
  private final long seed;
  private final TraceDigest events = new TraceDigest(0);
  private String differing = "";
  private String where = "";

  /** Compares the events of a run with this seed. */
  TraceCheck(EventTrace trace, long seed) {
    this.trace = trace;
    this.seed = seed;
  }

  /** Takes the next event; those after the end of the trace are not compared. */
  void on(SimEvent event, Instant time) {
    if (!differing.isEmpty() || events.count() >= trace.events().size()) {
      return;
    }
    events.add(event, time);
    if (!events.last().equals(trace.events().get(events.count() - 1))) {
      differing = TraceDigest.told(event, time);
    }
  }

  /** A step has ended. */
  void ended(Step step) {
    if (!differing.isEmpty() && where.isEmpty()) {
      where = ", in step " + step.number() + " (" + step.title() + ")";
    }
  }

  /** The first event so far that differs from the trace; empty if none does. */
  Optional<String> difference() {
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    if (trace.seed() != seed) {
      return Optional.of(otherSeed());
    }
    return Optional.of(
        "event "
            + events.count()
            + where
            + ", differs from the trace: it is "
            + differing
            + CHANGED);
  }

  /** The end of the finding in a run in which no oracle has spoken. */
  String atEnd() {
    if (trace.seed() != seed) {
      return otherSeed();
    }
    int left = trace.events().size() - events.count();
    String ended =
        "event "
            + (events.count() + 1)
            + " of the trace has not happened: the run has only "
            + events.count()
            + CHANGED;
    String silent = "every event is that of the trace, and no oracle has spoken at the last";
    return "no oracle has spoken; " + difference().orElse(left > 0 ? ended : silent);
  }

  private String otherSeed() {
    return "the trace is of seed "
        + trace.seed()
        + ", not "
        + seed
        + "; give --seed "
        + trace.seed();
  }
}
