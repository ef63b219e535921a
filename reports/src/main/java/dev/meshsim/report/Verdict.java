package dev.meshsim.report;

import java.util.Locale;

/** What a run says of a step or of a scenario. */
public enum Verdict {
  /** Everything expected was shown. */
  PASSED,
  /** Something expected was not shown. */
  FAILED,
  /** It cannot be said: the step never ran, gave up waiting, or met an internal error. */
  UNDECIDED;

  /** Lower case, as it is printed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
