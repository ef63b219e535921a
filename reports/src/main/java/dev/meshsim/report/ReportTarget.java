package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import java.io.PrintStream;

/**
 * The output of one report. A report that is kept has its files written and its lines dropped; one
 * that is shown on the terminal has both printed.
 */
public interface ReportTarget {

  /**
   * Writes one of the report's files of the run.
   *
   * @param file the path below the results directory
   */
  void writeRunFile(String file, Bytes content);

  /**
   * Adds to one of the report's files of the run, which others may read meanwhile; the first time
   * it is made anew.
   *
   * @param file the path below the results directory
   */
  void appendRunFile(String file, Bytes content);

  /**
   * Writes one of the report's files of a scenario.
   *
   * @param scenario the scenario's name in the run, as the events give it
   * @param file the path below the scenario's directory
   */
  void writeScenarioFile(String scenario, String file, Bytes content);

  /** Receives lines for people. */
  PrintStream out();

  /** Receives lines about files that are no scenarios. */
  PrintStream errors();

  /** A target that prints everything: the content of files and lines for people to {@code out}. */
  static ReportTarget shown(PrintStream out, PrintStream errors) {
    return new ShownTarget(out, errors);
  }
}
