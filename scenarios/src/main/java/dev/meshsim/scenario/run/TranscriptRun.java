package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.results.ScenarioPlace;
import dev.meshsim.scenario.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one scenario for the sake of its transcript. */
public final class TranscriptRun {

  private final RunOptions options;
  private final Optional<Path> out;

  /**
   * Makes a run.
   *
   * @param out where the scenario's results are kept; if empty, nowhere
   */
  public TranscriptRun(RunOptions options, Optional<Path> out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Runs the scenario of a file.
   *
   * @param text gets the transcript
   * @param errors gets, line by line, what is wrong with the file or why the scenario did not pass
   * @return the exit code
   */
  public int run(Path file, Consumer<String> text, Consumer<String> errors) {
    ScenarioFile read = ScenarioFiles.read(List.of(file)).get(0);
    if (read.scenario().isEmpty()) {
      read.problems().stream().map(Problem::lines).forEach(errors);
      return 2;
    }
    if (out.isPresent()) {
      try (ResultsDirectory results = ResultsDirectory.single(out.get())) {
        return run(read.scenario().get(), results.path(), text, errors);
      }
    }
    try {
      Path scratch = Files.createTempDirectory("mesh-sim-transcript");
      try {
        return run(read.scenario().get(), scratch, text, errors);
      } finally {
        ResultsDirectory.delete(scratch);
      }
    } catch (IOException e) {
      throw ResultsException.io(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    }
  }

  private int run(
      Scenario scenario, Path directory, Consumer<String> text, Consumer<String> errors) {
    ScenarioResult result =
        new ScenarioRun(scenario, options, place(scenario, directory), StepActions::of)
            .run(step -> {});
    text.accept(read(directory.resolve(ResultsDirectory.TRANSCRIPT)).utf8());
    result.steps().stream()
        .filter(step -> step.explanation().isPresent())
        .map(step -> step.place() + ": " + step.title() + ": " + step.explanation().get())
        .forEach(errors);
    return result.internal() ? 3 : result.verdict() == Verdict.PASSED ? 0 : 1;
  }

  private ScenarioPlace place(Scenario scenario, Path directory) {
    return new ScenarioPlace(
        scenario.name(),
        RunStore.named(options.store()),
        directory,
        directory.resolve(ResultsDirectory.STORES));
  }

  private static Bytes read(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw ResultsException.io(file, e);
    }
  }
}
