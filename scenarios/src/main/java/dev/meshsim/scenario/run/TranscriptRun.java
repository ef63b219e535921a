package dev.meshsim.scenario.run;

import dev.meshsim.error.Quote;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.Reports;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.transcript.TranscriptReport;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ReportWriter;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.yaml.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run of one scenario that returns its transcript. */
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
   * @param text receives the transcript
   * @param errors receives the problems of the file, or the reasons why the scenario did not pass,
   *     a line each
   * @return the exit code
   * @throws RunException {@code scenario.several} if the argument names more than one case
   */
  public int run(String argument, Consumer<String> text, Consumer<String> errors) {
    RunPlan plan = ScenarioArguments.plan(List.of(argument));
    if (!plan.rejected().isEmpty()) {
      plan.rejected().stream()
          .flatMap(file -> file.problems().stream())
          .map(Problem::lines)
          .forEach(errors);
      return 2;
    }
    if (plan.cases().size() > 1) {
      throw RunException.several(argument, plan.cases());
    }
    Case one = plan.cases().get(0);
    Optional<String> inapplicable = options.inapplicable(one.scenario());
    if (inapplicable.isPresent()) {
      throw RunException.notApplicable(one.file(), inapplicable.get());
    }
    if (out.isPresent()) {
      try (ResultsDirectory results = ResultsDirectory.single(out.get())) {
        return run(one, results.path(), text, errors);
      }
    }
    try {
      Path scratch = Files.createTempDirectory("mesh-sim-transcript");
      try {
        return run(one, scratch, text, errors);
      } finally {
        ResultsDirectory.delete(scratch);
      }
    } catch (IOException e) {
      throw ResultsException.io(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    }
  }

  private int run(Case one, Path directory, Consumer<String> text, Consumer<String> errors) {
    Scenario scenario = one.scenario();
    List<RunListener> reports = new ArrayList<>();
    if (out.isPresent()) {
      reports.addAll(ReportWriter.ofScenario(directory));
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    PrintStream shown = new PrintStream(page, true, StandardCharsets.UTF_8);
    reports.add(Reports.named(TranscriptReport.NAME).listener(ReportTarget.shown(shown, shown)));
    ScenarioPlace place = place(scenario, directory);
    RunListener all = event -> reports.forEach(report -> report.on(event));
    all.on(new RunEvent.ScenarioStarted(options.info(one, place.label(), options.store())));
    ScenarioResult result =
        new ScenarioRun(one, options, place, StepActions::of, new Stop()).run(all);
    text.accept(page.toString(StandardCharsets.UTF_8));
    result.steps().stream()
        .filter(step -> step.explanation().isPresent())
        .map(step -> step.place() + ": " + step.title() + ": " + step.explanation().get())
        .map(Quote::of)
        .forEach(errors);
    return RunTotals.NONE.plus(result).exitCode();
  }

  private ScenarioPlace place(Scenario scenario, Path directory) {
    return new ScenarioPlace(
        scenario.caseName(),
        RunStore.named(options.store()),
        directory,
        directory.resolve(ResultsDirectory.STORES));
  }
}
