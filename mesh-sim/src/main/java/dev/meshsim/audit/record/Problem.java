package dev.meshsim.audit.record;

import java.util.Objects;

/**
 * Something wrong, or worth knowing, in a record.
 *
 * @param record the number of its frame in the file, from 1
 * @param kind what it is
 * @param detail where in the record, and what was found; one line
 */
public record Problem(long record, ProblemKind kind, String detail) {

  /** Checks that nothing is missing. */
  public Problem {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(detail);
    if (record < 1) {
      throw new IllegalArgumentException("records are numbered from 1");
    }
  }
}
