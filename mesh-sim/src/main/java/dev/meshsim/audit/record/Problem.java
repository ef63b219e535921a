package dev.meshsim.audit.record;

import dev.meshsim.error.Quote;
import java.util.Objects;

/**
 * A problem of a record, or a remark on it.
 *
 * @param record the number of its frame in the file, from 1
 * @param kind the kind, which decides whether it is a failure
 * @param detail the place in the record and the finding; one line
 */
public record Problem(long record, ProblemKind kind, String detail) {

  /** Checks the number; whatever would break the line of the detail is escaped. */
  public Problem {
    Objects.requireNonNull(kind);
    detail = Quote.of(detail);
    if (record < 1) {
      throw new IllegalArgumentException("records are numbered from 1");
    }
  }
}
