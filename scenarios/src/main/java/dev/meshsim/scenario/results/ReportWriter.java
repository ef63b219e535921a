package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final ReportChoice choice;
  private final Set<String> begun = new HashSet<>();

  private ReportWriter(
      Report report,
      boolean wholeRun,
      Path directory,
      Function<String, Path> scenario,
      ReportChoice choice) {
    this.report = report;
    this.wholeRun = wholeRun;
    this.directory = directory;
    this.scenario = scenario;
    this.choice = choice;
  }

  /**
   * Starts every chosen report that has files of the run, for a run whose results directory is
   * {@code root}.
   *
   * @return the listeners by the names of their reports
   */
  public static Map<String, RunListener> ofRun(Path root, ReportChoice choice) {
    Map<String, RunListener> listeners = new LinkedHashMap<>();
    Function<String, Path> directories = directories(root);
    for (Report report : Reports.all()) {
      if (choice.includes(report)
          && report.files().stream().anyMatch(f -> f.scope() == Scope.RUN)) {
        ReportWriter writer = new ReportWriter(report, true, root, directories, choice);
        listeners.put(report.name(), report.listener(writer));
      }
    }
    return listeners;
  }

  /**
   * The reports that have files of scenarios only. They are started anew for each scenario, whose
   * thread calls them.
   */
  public static Supplier<List<RunListener>> ofEachScenario(Path root, ReportChoice choice) {
    List<Report> reports =
        Reports.all().stream()
            .filter(report -> !report.files().isEmpty() && choice.includes(report))
            .filter(report -> report.files().stream().allMatch(f -> f.scope() == Scope.SCENARIO))
            .toList();
    Function<String, Path> directories = directories(root);
    return () ->
        reports.stream()
            .map(report -> new ReportWriter(report, false, root, directories, choice))
            .map(writer -> writer.report.listener(writer))
            .toList();
  }

  /** The directory of a label; the names that the results use are looked up once for all. */
  private static Function<String, Path> directories(Path root) {
    ResultsFiles known = ResultsFiles.known();
    return label -> root.resolve(CaseDirectory.of(label, known));
  }

  /** Starts every report that has files of a scenario, for one scenario and its directory. */
  public static List<RunListener> ofScenario(Path directory) {
    return Reports.all().stream()
        .filter(report -> report.files().stream().anyMatch(f -> f.scope() == Scope.SCENARIO))
        .map(
            report ->
                report.listener(
                    new ReportWriter(report, false, directory, s -> directory, ReportChoice.ALL)))
        .toList();
  }

  @Override
  public void writeRunFile(String file, Bytes content) {
    requireListed(Scope.RUN, file);
    if (wholeRun) {
      ResultsDirectory.write(choice.place(report, directory, file), content);
    }
  }

  @Override
  public void appendRunFile(String file, Bytes content) {
    requireListed(Scope.RUN, file);
    if (!wholeRun) {
      return;
    }
    Path place = choice.place(report, directory, file);
    try {
      if (begun.add(file)) {
        Files.write(place, content.toArray());
      } else {
        Files.write(place, content.toArray(), StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw ResultsException.io(place, e);
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
