package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.listener.ConsoleReport;
import dev.meshsim.report.listener.ConsoleReport.Detail;
import dev.meshsim.report.listener.GithubReport;
import dev.meshsim.report.listener.JsonReport;
import dev.meshsim.report.listener.MarkdownReport;
import dev.meshsim.scenario.results.ReportChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say how a run is reported. */
final class ReportOptions {

  /** The file that means standard output. */
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--report",
      paramLabel = "KIND[=FILE]",
      description =
          "Write only this report, and others that are named so; with FILE there instead of into the"
              + " results directory, - for standard output. Default: every kind. Kinds: console,"
              + " github, html, json, junit, markdown, ndjson, trace, transcript.")
  private List<String> reports = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only the scenarios that did not pass, and the totals.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every step too.")
  private boolean verbose;

  /**
   * The reports of a run.
   *
   * @param choice those that write files
   * @param listeners those that print
   */
  record Chosen(ReportChoice choice, List<RunListener> listeners) {}

  /**
   * Understands the options.
   *
   * @param json true to print the results as JSON instead of lines
   * @param environment the variables of the process
   * @throws InputException if a kind is unknown, or its file cannot be written
   */
  Chosen chosen(Console console, boolean json, Map<String, String> environment) {
    if (quiet && verbose) {
      throw new InputException(
          "--quiet and --verbose contradict each other", "leave one of them out");
    }
    Set<String> names = new LinkedHashSet<>();
    Map<String, String> files = new LinkedHashMap<>();
    for (String text : reports) {
      int equals = text.indexOf('=');
      String kind = kind(equals < 0 ? text : text.substring(0, equals)).name();
      names.add(kind);
      if (equals >= 0) {
        String other = files.put(kind, text.substring(equals + 1));
        if (other != null) {
          throw new InputException(
              "--report " + kind + " is given twice with a file", "name one file for each kind");
        }
      }
    }
    boolean someFiles = names.stream().anyMatch(name -> !Reports.named(name).files().isEmpty());
    List<RunListener> listeners = new ArrayList<>();
    Map<String, Path> places = new HashMap<>();
    boolean taken = false;
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getValue().equals(STANDARD_OUTPUT)) {
        taken = true;
        listeners.add(
            Reports.named(file.getKey())
                .listener(ReportTarget.shown(console.out(), console.errors())));
      } else {
        place(Reports.named(file.getKey()), file.getValue(), places, listeners);
      }
    }
    lines(console, json, taken, files.containsKey(ConsoleReport.NAME)).ifPresent(listeners::add);
    github(console, environment, names.contains(GithubReport.NAME), files).forEach(listeners::add);
    ReportChoice choice =
        new ReportChoice(someFiles ? Optional.of(names) : Optional.empty(), places);
    return new Chosen(choice, listeners);
  }

  private static Report kind(String name) {
    List<Report> all = Reports.all();
    return all.stream()
        .filter(report -> report.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names = all.stream().map(Report::name).toList();
              String known = "write one of " + String.join(", ", names);
              return new InputException(
                  "there is no report " + Quote.text(name),
                  DidYouMean.to(name, names)
                      .map(near -> "did you mean " + near + "?")
                      .orElse(known));
            });
  }

  /** Gives a report a file of its own, which is made now so that it can be written at the end. */
  private static void place(
      Report report, String text, Map<String, Path> places, List<RunListener> listeners) {
    boolean printed = report.files().isEmpty();
    if (text.isEmpty() || !(printed || ReportChoice.isOneFile(report))) {
      throw new InputException(
          text.isEmpty()
              ? "--report " + report.name() + "= names no file"
              : "the report " + report.name() + " is more than one file",
          "write --report " + report.name() + ", and its place with --out");
    }
    Path file = Path.of(text);
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (printed) {
        PrintStream out = Console.printer(Files.newOutputStream(file));
        listeners.add(report.listener(ReportTarget.shown(out, out)));
      } else {
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
        places.put(report.name(), file);
      }
    } catch (IOException e) {
      throw new InputException(
          Quote.of(file)
              + ": the report "
              + report.name()
              + " cannot be written: "
              + IoReason.of(e),
          "name a file in a directory that can be written");
    }
  }

  /** The lines for people, on standard error if a report is printed on standard output. */
  private Optional<RunListener> lines(
      Console console, boolean json, boolean taken, boolean elsewhere) {
    if (elsewhere) {
      return Optional.empty();
    }
    if (json) {
      return Optional.of(
          Reports.named(JsonReport.NAME)
              .listener(ReportTarget.shown(console.out(), console.errors())));
    }
    Detail detail = quiet ? Detail.QUIET : verbose ? Detail.VERBOSE : Detail.NORMAL;
    PrintStream out = taken ? console.errors() : console.out();
    return Optional.of(
        ConsoleReport.listener(
            ReportTarget.shown(out, console.errors()), detail, console.terminal(taken)));
  }

  /** Annotations and the page of the job, by themselves under GitHub Actions. */
  private static List<RunListener> github(
      Console console, Map<String, String> environment, boolean named, Map<String, String> files) {
    boolean there = "true".equals(environment.get("GITHUB_ACTIONS"));
    List<RunListener> listeners = new ArrayList<>();
    if ((there || named) && !files.containsKey(GithubReport.NAME)) {
      listeners.add(
          Reports.named(GithubReport.NAME)
              .listener(ReportTarget.shown(console.out(), console.errors())));
    }
    String page = environment.get("GITHUB_STEP_SUMMARY");
    if (there && page != null && !page.isEmpty()) {
      listeners.add(MarkdownReport.page(text -> append(console, Path.of(page), text)));
    }
    return listeners;
  }

  private static void append(Console console, Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      console.note(
          Quote.of(file) + ": the summary of the job cannot be written: " + IoReason.of(e));
    }
  }
}
