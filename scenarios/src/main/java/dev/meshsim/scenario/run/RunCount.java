package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.Verdict;

/** Counts the verdicts of a run, and stops it after the first failure if that is wanted. */
final class RunCount implements RunListener {

  private final RunControls controls;
  private RunTotals totals = RunTotals.NONE;

  RunCount(RunControls controls) {
    this.controls = controls;
  }

  RunTotals totals() {
    return totals;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioRejected) {
      totals = totals.plusRejected();
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      totals = totals.plus(finished.result());
      Verdict verdict = finished.result().verdict();
      if (controls.failFast() && (verdict == Verdict.FAILED || verdict == Verdict.UNDECIDED)) {
        controls.stop().request("the first failure");
      }
    }
  }
}
