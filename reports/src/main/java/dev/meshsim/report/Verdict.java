package dev.meshsim.report;

import java.util.Locale;

/** The verdict of a run on a step or on a scenario. */
public enum Verdict {
  /** Everything expected was shown. */
  PASSED,
  /** Something expected was not shown. */
  FAILED,
  /** Not known: the step never ran, gave up waiting, or met an internal error. */
  UNDECIDED,
  /** Not run: an option of the run contradicts the scenario's own dialect or algorithms. */
  NOT_APPLICABLE;

  /** Lower case, as it is printed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
