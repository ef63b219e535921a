package dev.meshsim.report.sequence;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.TracedExchange;
import java.time.Duration;

/** Something that a sequence diagram shows; entries are in order of time. */
public sealed interface Entry {

  /** The world's time moved on. */
  record Wait(Duration duration) implements Entry {}

  /** A step begins, or was never run. */
  record Step(StepResult result) implements Entry {}

  /** A request and its answer; the answer says whether it was refused, the exchange its fault. */
  record Message(TracedExchange exchange, Reply reply) implements Entry {

    /** The lane that sends the request. */
    public Lane from() {
      return exchange.machine().map(Lane::machine).orElse(Lane.OTHER);
    }

    /** The lane of the portal. */
    public Lane to() {
      return Lane.portal(exchange.portal());
    }
  }

  /**
   * Commits of one machine's store, with no exchange between them.
   *
   * @param commits how many
   * @param records how many records they changed
   */
  record Commits(String machine, int commits, int records) implements Entry {

    /** The lane of the machine. */
    public Lane from() {
      return Lane.machine(machine);
    }

    /** The numbers in words, {@code 3 records in 2 commits}. */
    public String words() {
      return records
          + (records == 1 ? " record" : " records")
          + (commits == 1 ? "" : " in " + commits + " commits");
    }
  }
}
