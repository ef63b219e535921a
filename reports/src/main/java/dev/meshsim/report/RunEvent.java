package dev.meshsim.report;

import java.nio.file.Path;
import java.util.List;

/** Something that happened in a run; see {@link RunListener}. */
public sealed interface RunEvent {

  /**
   * The first event.
   *
   * @param cases the names of the cases to run, in the order in which they are reported
   */
  record RunStarted(RunIdentity identity, List<String> cases) implements RunEvent {

    /** Copies the list. */
    public RunStarted {
      cases = List.copyOf(cases);
    }
  }

  /**
   * A file is no scenario and will not be run.
   *
   * @param file as the user named it
   * @param problems each two lines: the place and the problem, then the hint
   */
  record ScenarioRejected(String file, List<String> problems) implements RunEvent {

    /** Copies the list. */
    public ScenarioRejected {
      problems = List.copyOf(problems);
    }
  }

  /** A scenario begins. */
  record ScenarioStarted(ScenarioInfo scenario) implements RunEvent {}

  /** A step has ended, or was skipped because an earlier one failed. */
  record StepFinished(String scenario, StepResult step) implements RunEvent {}

  /**
   * Every step of a scenario has ended, with all its messages. Not sent if the scenario broke off.
   *
   * @param scenario the scenario's name in the run
   */
  record ScenarioTraced(String scenario, ScenarioTrace trace) implements RunEvent {}

  /** A scenario has ended. */
  record ScenarioFinished(ScenarioResult result) implements RunEvent {}

  /**
   * The run ends early; the results are unfinished. {@link RunFinished} follows.
   *
   * @param reason in a few words, for people
   * @param notRun the number of scenarios that were not run to their end
   */
  record RunStopped(String reason, int notRun) implements RunEvent {}

  /**
   * A report could not be written and is not complete; the others are. Only the reports that write
   * no files are told.
   *
   * @param report the report's name, or the file's
   * @param problem two lines: the problem, then the hint
   */
  record ReportFailed(String report, String problem) implements RunEvent {}

  /**
   * The last event.
   *
   * @param directory the results directory
   */
  record RunFinished(RunIdentity identity, RunTotals totals, Path directory) implements RunEvent {}
}
