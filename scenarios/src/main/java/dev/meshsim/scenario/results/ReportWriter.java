package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A target that writes the files of one report below a results directory. It refuses a file that
 * the report does not list, since a later run would refuse the directory because of it.
 */
public final class ReportWriter implements ReportTarget {

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private final Report report;
  private final boolean wholeRun;
  private final Path directory;
  private final Function<String, Path> scenario;

  private ReportWriter(
      Report report, boolean wholeRun, Path directory, Function<String, Path> scenario) {
    this.report = report;
    this.wholeRun = wholeRun;
    this.directory = directory;
    this.scenario = scenario;
  }

  /**
   * Starts every report that has files of the run, for a run whose results directory is {@code
   * root}.
   */
  public static List<RunListener> ofRun(Path root) {
    return Reports.all().stream()
        .filter(report -> report.files().stream().anyMatch(f -> f.scope() == Scope.RUN))
        .map(
            report ->
                report.listener(new ReportWriter(report, true, root, s -> directoryOf(root, s))))
        .toList();
  }

  /**
   * The reports that have files of scenarios only. They are started anew for each scenario, whose
   * thread calls them.
   */
  public static Supplier<List<RunListener>> ofEachScenario(Path root) {
    List<Report> reports =
        Reports.all().stream()
            .filter(report -> !report.files().isEmpty())
            .filter(report -> report.files().stream().allMatch(f -> f.scope() == Scope.SCENARIO))
            .toList();
    return () ->
        reports.stream()
            .map(report -> new ReportWriter(report, false, root, s -> directoryOf(root, s)))
            .map(writer -> writer.report.listener(writer))
            .toList();
  }

  private static Path directoryOf(Path root, String label) {
    return root.resolve(CaseDirectory.of(label));
  }

  /** Starts every report that has files of a scenario, for one scenario and its directory. */
  public static List<RunListener> ofScenario(Path directory) {
    return Reports.all().stream()
        .filter(report -> report.files().stream().anyMatch(f -> f.scope() == Scope.SCENARIO))
        .map(report -> report.listener(new ReportWriter(report, false, directory, s -> directory)))
        .toList();
  }

  @Override
  public void writeRunFile(String file, Bytes content) {
    requireListed(Scope.RUN, file);
    if (wholeRun) {
      ResultsDirectory.write(directory.resolve(file), content);
    }
  }

  @Override
  public void writeScenarioFile(String name, String file, Bytes content) {
    requireListed(Scope.SCENARIO, file);
    ResultsDirectory.write(scenario.apply(name).resolve(file), content);
  }

  private void requireListed(Scope scope, String file) {
    if (report.files().stream().noneMatch(f -> f.scope() == scope && f.matches(file))) {
      throw new IllegalStateException(
          "the report " + report.name() + " does not list the file it writes: " + file);
    }
  }

  @Override
  public PrintStream out() {
    return NOWHERE;
  }

  @Override
  public PrintStream errors() {
    return NOWHERE;
  }
}
