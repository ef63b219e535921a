package dev.meshsim.scenario.results;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogName;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.Reports;
import dev.meshsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files that results consist of: those that the runner itself writes, and those that the
 * reports on the class path list. Any other file is foreign.
 */
final class ResultsFiles {

  private static final Pattern EVIDENCE = Pattern.compile("[1-9][0-9]*\\.json");

  private static final Pattern LOGS =
      Pattern.compile(
          Stream.of(LogName.values())
              .map(log -> Pattern.quote(log.fileName()))
              .collect(Collectors.joining("|")));

  /** The files of the runner. */
  private static final List<ReportFile> OWN =
      Stream.concat(ownOfEveryScenario(), logsOfFurtherPortals()).toList();

  private static Stream<ReportFile> ownOfEveryScenario() {
    return Stream.of(
        ReportFile.of(Scope.RUN, ResultsClaim.LOCK, ""),
        ReportFile.of(Scope.RUN, CaseLog.FILE, "each case's verdict as it ends, also if stopped"),
        ReportFile.of(Scope.SCENARIO, ResultsClaim.LOCK, ""),
        ReportFile.of(Scope.SCENARIO, LogName.MESH.fileName(), "the portal's records of profiles"),
        ReportFile.of(
            Scope.SCENARIO, LogName.PORTAL.fileName(), "the portal's records of accounts"),
        ReportFile.of(
            Scope.SCENARIO,
            ResultsDirectory.IMPORTED,
            "notes on the imported logs, if there are any"),
        ReportFile.in(
            Scope.SCENARIO,
            ResultsDirectory.EVIDENCE,
            EVIDENCE,
            "what portals did to their logs, for log evidence verify"),
        ReportFile.of(
            Scope.SCENARIO,
            ResultsDirectory.INTERNAL_ERROR,
            "the stack trace of an internal error, if there was one"));
  }

  private static Stream<ReportFile> logsOfFurtherPortals() {
    return IntStream.rangeClosed(2, Scenario.MOST_PORTALS)
        .mapToObj(
            number ->
                ReportFile.in(
                    Scope.SCENARIO,
                    PortalLogs.directory(number).orElseThrow(),
                    LOGS,
                    number == 2 ? "the records of the second portal, and so on" : ""));
  }

  private final List<ReportFile> files;

  private ResultsFiles(List<ReportFile> files) {
    this.files = files;
  }

  /**
   * The files of the runner and of the reports that are on the class path now.
   *
   * @throws IllegalStateException if a report lists a file that something else writes
   */
  static ResultsFiles known() {
    List<ReportFile> files = new ArrayList<>(OWN);
    Set<String> places = new HashSet<>(Set.of(Scope.RUN + ResultsDirectory.STORES + "/"));
    OWN.forEach(file -> places.add(file.scope() + file.label()));
    for (Report report : Reports.all()) {
      for (ReportFile file : report.files()) {
        if (!places.add(file.scope() + file.label())) {
          throw new IllegalStateException(
              "the report " + report.name() + " lists a file of another: " + file.label());
        }
        files.add(file);
      }
    }
    return new ResultsFiles(List.copyOf(files));
  }

  /** Every file, in the order in which the help names them. */
  List<ReportFile> all() {
    return files;
  }

  /** The labels of all that a scenario's directory would collide with, sorted. */
  List<String> reserved() {
    return Stream.concat(
            Stream.of(ResultsDirectory.STORES),
            files.stream()
                .filter(file -> file.scope() == Scope.RUN)
                .map(file -> file.directory().isEmpty() ? file.label() : file.directory()))
        .distinct()
        .sorted()
        .toList();
  }

  /** True if a scenario's directory cannot have this name, in whatever case. */
  boolean isReserved(String name) {
    String finished = finished(name.toLowerCase(Locale.ROOT));
    return reserved().stream().anyMatch(label -> label.toLowerCase(Locale.ROOT).equals(finished))
        || files.stream().anyMatch(file -> file.scope() == Scope.RUN && file.matches(finished));
  }

  /** The name of the file that a run was writing when it was stopped. */
  private static String finished(String name) {
    return name.endsWith(DurableFiles.UNFINISHED)
        ? name.substring(0, name.length() - DurableFiles.UNFINISHED.length())
        : name;
  }

  /** True if the entry of a results directory is a directory of files of the run. */
  boolean isRunDirectory(Path entry) {
    return isDirectory(Scope.RUN, entry);
  }

  /**
   * Checks a file of a scope's directory, or a directory with such files.
   *
   * @param root the results directory, for the message
   * @throws ResultsException {@code results.foreign} if neither the runner nor a report writes such
   *     a file
   */
  void requireKnown(Scope scope, Path root, Path entry) throws IOException {
    if (isDirectory(scope, entry)) {
      String prefix = entry.getFileName() + "/";
      for (Path file : entries(entry)) {
        requireFile(scope, root, file, prefix + file.getFileName());
      }
    } else {
      requireFile(scope, root, entry, entry.getFileName().toString());
    }
  }

  private boolean isDirectory(Scope scope, Path entry) {
    String name = entry.getFileName().toString();
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        && files.stream().anyMatch(f -> f.scope() == scope && f.directory().equals(name));
  }

  private void requireFile(Scope scope, Path root, Path file, String path) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isKnown(scope, path)) {
      throw ResultsException.foreign(root, root.relativize(file));
    }
  }

  /** The locks beside the logs are not listed: the logs' store knows their names. */
  private boolean isKnown(Scope scope, String path) {
    String whole = finished(path);
    return files.stream().anyMatch(f -> f.scope() == scope && f.matches(whole))
        || (scope == Scope.SCENARIO && RunStore.logs().makes(Path.of(logName(path))));
  }

  private static String logName(String path) {
    int slash = path.indexOf('/');
    return slash >= 0 && PortalLogs.isDirectory(path.substring(0, slash))
        ? path.substring(slash + 1)
        : path;
  }

  static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }
}
