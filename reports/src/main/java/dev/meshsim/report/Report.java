package dev.meshsim.report;

import java.util.List;

/**
 * A form in which a run is reported: JUnit XML, for example, or lines on the console. Reports are
 * found through {@link java.util.ServiceLoader}: to add one, write a public class with a
 * constructor without parameters and name it in {@code META-INF/services/dev.meshsim.report.Report}
 * of its module. A run writes every report that has files; a report without files is for the
 * terminal.
 */
public interface Report {

  /** The unique name, lower-case letters and hyphens. */
  String name();

  /**
   * Every file that the report may write. A later run replaces these files in a results directory,
   * and refuses a directory that holds any other.
   */
  List<ReportFile> files();

  /** Starts the report of one run, which writes to {@code target}. */
  RunListener listener(ReportTarget target);
}
