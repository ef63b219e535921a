package dev.meshsim.report.html;

import dev.meshsim.report.Accusation;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.util.List;

/**
 * The part of a case that the index shows; all that is kept of a case when its page is written.
 *
 * @param explained the steps that say why it did not pass; empty if it passed
 * @param accusations the evidence that somebody found
 * @param repeat the command that repeats it, as one line
 * @param steps how many steps it has
 * @param page the name of its page
 */
record CaseSummary(
    ScenarioInfo info,
    Verdict verdict,
    List<StepResult> explained,
    List<Accusation> accusations,
    String repeat,
    int steps,
    PageName page) {

  /** The summary of a result. */
  static CaseSummary of(ScenarioResult result) {
    return new CaseSummary(
        result.info(),
        result.verdict(),
        result.verdict() == Verdict.PASSED ? List.of() : limited(result.explained()),
        result.accusations(),
        result.repeat().line(),
        result.steps().size(),
        PageName.of(result.name()));
  }

  /** Of a case that is left out each step has one and the same explanation. */
  private static List<StepResult> limited(List<StepResult> explained) {
    return explained.size() <= 1 ? explained : List.of(explained.get(0));
  }

  /** The name of the store. */
  String store() {
    return info.setting().store();
  }
}
