package dev.meshsim.scenario.document;

import dev.meshsim.error.Quote;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.document.DocumentRun;
import dev.meshsim.report.document.DocumentRun.Places;
import dev.meshsim.report.document.ShippedTemplates;
import dev.meshsim.report.document.TranscriptReport;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunException;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.SingleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run of one scenario that returns its transcript: the template that comes with the program. */
public final class TranscriptRun {

  private final RunOptions options;
  private final Optional<Path> out;

  /**
   * Makes a run.
   *
   * @param out the directory for the scenario's results; if empty, none are kept
   */
  public TranscriptRun(RunOptions options, Optional<Path> out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Runs one case.
   *
   * @param argument the file, or {@code FILE:LINE} for one case of several
   * @param text receives the transcript; it links files only if they are written
   * @param errors receives the problems of the file, or the reasons why the scenario did not pass,
   *     a line each
   * @return the exit code
   * @throws RunException {@code scenario.several} if the argument names more than one case
   * @throws dev.meshsim.report.document.template.DocumentException if the transcript would print a
   *     secret that no step shows
   */
  public int run(String argument, Consumer<String> text, Consumer<String> errors) {
    Optional<Case> one =
        SingleRun.find(argument, options, problem -> errors.accept(problem.lines()));
    if (one.isEmpty()) {
      return 2;
    }
    if (out.isPresent()) {
      try (ResultsDirectory results = ResultsDirectory.single(out.get())) {
        return run(one.get(), results.path(), text, errors);
      }
    }
    try {
      Path scratch = Files.createTempDirectory("mesh-sim-transcript");
      try {
        return run(one.get(), scratch, text, errors);
      } finally {
        ResultsDirectory.delete(scratch);
      }
    } catch (IOException e) {
      throw ResultsException.io(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    }
  }

  private int run(Case one, Path directory, Consumer<String> text, Consumer<String> errors) {
    List<RunListener> reports = out.isPresent() ? ReportWriter.ofScenario(directory) : List.of();
    SingleRun.Recorded recorded = SingleRun.run(one, options, directory, reports);
    if (recorded.trace().isPresent()) {
      Places places = out.isPresent() ? TranscriptReport.PLACES : Places.NOWHERE;
      text.accept(
          Quote.lines(
              ShippedTemplates.transcript(documentRun(recorded, directory, places)).text()));
    }
    recorded.result().steps().stream()
        .filter(step -> step.explanation().isPresent())
        .map(step -> step.place() + ": " + step.title() + ": " + step.explanation().get())
        .map(Quote::of)
        .forEach(errors);
    return RunTotals.NONE.plus(recorded.result()).exitCode();
  }

  private static DocumentRun documentRun(
      SingleRun.Recorded recorded, Path directory, Places places) {
    try {
      return ScenarioRuns.of(recorded, directory, places);
    } catch (IOException e) {
      throw ResultsException.io(directory, e);
    }
  }
}
