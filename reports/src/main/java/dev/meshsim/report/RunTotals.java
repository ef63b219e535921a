package dev.meshsim.report;

/**
 * The number of scenarios in a run by verdict.
 *
 * @param passed scenarios that passed
 * @param failed scenarios that failed
 * @param undecided scenarios whose verdict is not known
 * @param notApplicable scenarios that were left out, since an option contradicts them
 * @param rejected files that are no scenarios and were not run
 * @param internal true if a step met an error of the program
 */
public record RunTotals(
    int passed, int failed, int undecided, int notApplicable, int rejected, boolean internal) {

  /** The totals before the first scenario. */
  public static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0, false);

  /** These totals and one more scenario. */
  public RunTotals plus(ScenarioResult result) {
    return new RunTotals(
        passed + (result.verdict() == Verdict.PASSED ? 1 : 0),
        failed + (result.verdict() == Verdict.FAILED ? 1 : 0),
        undecided + (result.verdict() == Verdict.UNDECIDED ? 1 : 0),
        notApplicable + (result.verdict() == Verdict.NOT_APPLICABLE ? 1 : 0),
        rejected,
        internal || result.internal());
  }

  /** These totals and one more file that is no scenario. */
  public RunTotals plusRejected() {
    return new RunTotals(passed, failed, undecided, notApplicable, rejected + 1, internal);
  }

  /**
   * The exit code of the process: 0 all passed that apply, 1 a scenario failed, 2 a file is no
   * scenario or no scenario applies, 3 an error of the program, 4 a scenario is undecided. If
   * several apply, the first of 3, 1, 4, 2.
   */
  public int exitCode() {
    if (internal) {
      return 3;
    }
    if (failed > 0) {
      return 1;
    }
    if (undecided > 0) {
      return 4;
    }
    boolean nothingLeft = notApplicable > 0 && passed == 0;
    return rejected > 0 || nothingLeft ? 2 : 0;
  }
}
