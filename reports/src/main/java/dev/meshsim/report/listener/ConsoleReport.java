package dev.meshsim.report.listener;

import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunListener;
import java.util.List;

/**
 * The report for the terminal: one line for each case, then totals, stores left out, the seed and
 * the results directory. A case that did not pass is followed by the steps that say why, and by the
 * command that repeats it.
 */
public final class ConsoleReport implements Report {

  /** The report's name. */
  public static final String NAME = "console";

  /** The cases that have lines. */
  public enum Detail {
    /** Only those that did not pass. */
    QUIET,
    /** All. */
    NORMAL,
    /** All, with a line for each step. */
    VERBOSE
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of();
  }

  @Override
  public RunListener listener(ReportTarget target) {
    return listener(target, Detail.NORMAL, Terminal.NONE);
  }

  /** The report in more or less detail, on a terminal that may have colours. */
  public static RunListener listener(ReportTarget target, Detail detail, Terminal terminal) {
    return new ConsoleLines(target.out(), target.errors(), detail, terminal);
  }
}
