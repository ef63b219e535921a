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
 * @param unwritten true if a report could not be written
 */
public record RunTotals(
    int passed,
    int failed,
    int undecided,
    int notApplicable,
    int rejected,
    boolean internal,
    boolean unwritten) {

  /** The totals before the first scenario. */
  public static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0, false, false);

  /** These totals and one more scenario. */
  public RunTotals plus(ScenarioResult result) {
    return new RunTotals(
        passed + (result.verdict() == Verdict.PASSED ? 1 : 0),
        failed + (result.verdict() == Verdict.FAILED ? 1 : 0),
        undecided + (result.verdict() == Verdict.UNDECIDED ? 1 : 0),
        notApplicable + (result.verdict() == Verdict.NOT_APPLICABLE ? 1 : 0),
        rejected,
        internal || result.internal(),
        unwritten);
  }

  /** These totals and one more file that is no scenario. */
  public RunTotals plusRejected() {
    return new RunTotals(
        passed, failed, undecided, notApplicable, rejected + 1, internal, unwritten);
  }

  /** These totals of a run of which a report could not be written. */
  public RunTotals plusUnwritten() {
    return new RunTotals(passed, failed, undecided, notApplicable, rejected, internal, true);
  }

  /** The totals in one line, {@code 3 passed, 0 failed}; what is zero is left out but for these. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(passed).append(" passed, ").append(failed).append(" failed");
    add(text, undecided, " undecided");
    add(text, notApplicable, " not applicable");
    add(text, rejected, " rejected");
    return text.toString();
  }

  private static void add(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(what);
    }
  }

  /**
   * The exit code of the process: 0 all passed that apply, 1 a scenario failed, 2 a file is no
   * scenario, no scenario applies or a report could not be written, 3 an error of the program, 4 a
   * scenario is undecided. If several apply, the first of 3, 1, 4, 2.
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
    return rejected > 0 || nothingLeft || unwritten ? 2 : 0;
  }
}
