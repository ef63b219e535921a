package dev.meshsim.scenario.results;

import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.listener.IdentityReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reports that a run writes, and where.
 *
 * @param names the reports with files that are written; empty for all. The identity of the run is
 *     always written
 * @param files the files of reports that are not written into the results directory, by report
 */
public record ReportChoice(Optional<Set<String>> names, Map<String, Path> files) {

  /** Every report, in the results directory. */
  public static final ReportChoice ALL = new ReportChoice(Optional.empty(), Map.of());

  /** Only the identity of the run. */
  public static final ReportChoice NONE = new ReportChoice(Optional.of(Set.of()), Map.of());

  /** Copies. */
  public ReportChoice {
    names = names.map(Set::copyOf);
    files = Map.copyOf(files);
  }

  /** True if the report is written. */
  boolean includes(Report report) {
    return report.name().equals(IdentityReport.NAME)
        || names.map(chosen -> chosen.contains(report.name())).orElse(true);
  }

  /** The place of a file of the run. */
  Path place(Report report, Path root, String file) {
    Path elsewhere = files.get(report.name());
    return elsewhere == null ? root.resolve(file) : elsewhere;
  }

  /** True if all that the report writes is one file of the run, so that it can be elsewhere. */
  public static boolean isOneFile(Report report) {
    if (report.files().size() != 1) {
      return false;
    }
    ReportFile only = report.files().get(0);
    return only.scope() == Scope.RUN && only.directory().isEmpty();
  }
}
