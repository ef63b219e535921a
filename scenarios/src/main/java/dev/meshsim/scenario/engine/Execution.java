package dev.meshsim.scenario.engine;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.scenario.results.ReportChoice;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a request, and tells JUnit of each as it begins and ends. */
final class Execution implements RunListener {

  private final TestDescriptor root;
  private final EngineExecutionListener listener;

  /** The tests to run, by the name that they have in the run. */
  private final Map<String, CaseDescriptor> tests = new LinkedHashMap<>();

  private Optional<TestDescriptor> file = Optional.empty();

  Execution(ExecutionRequest request) {
    this.root = request.getRootTestDescriptor();
    this.listener = request.getEngineExecutionListener();
  }

  void run() {
    listener.executionStarted(root);
    TestExecutionResult result = TestExecutionResult.successful();
    try {
      root.getChildren().forEach(this::enter);
      if (root instanceof EngineRoot engine && !tests.isEmpty()) {
        run(engine.parameters());
      }
      leave();
    } catch (RuntimeException e) {
      leave();
      result = TestExecutionResult.failed(e);
    }
    listener.executionFinished(root, result);
  }

  /** Collects the tests to run of a file; if it has none, its problems are all there is to say. */
  private void enter(TestDescriptor parent) {
    List<CaseDescriptor> runnable =
        children(parent).filter(test -> test.problem().isEmpty()).toList();
    runnable.forEach(test -> tests.put(test.getDisplayName(), test));
    if (runnable.isEmpty()) {
      open(parent);
      leave();
    }
  }

  private static Stream<CaseDescriptor> children(TestDescriptor parent) {
    return parent.getChildren().stream().map(CaseDescriptor.class::cast);
  }

  private void run(Parameters parameters) {
    // A case that is run over several stores is one case of the plan.
    Map<String, Case> cases = new LinkedHashMap<>();
    tests.values().forEach(test -> test.one().ifPresent(one -> cases.put(one.name(), one)));
    RunPlan plan = new RunPlan(List.of(), List.copyOf(cases.values()));
    RunControls controls =
        new RunControls(
            1,
            false,
            new Stop(),
            Optional.empty(),
            Optional.of(tests.keySet()),
            parameters.out().isPresent() ? ReportChoice.ALL : ReportChoice.NONE,
            cases.values().stream().map(Case::file).distinct().toList());
    if (parameters.out().isPresent()) {
      run(plan, parameters, parameters.out().get(), controls);
      return;
    }
    Path scratch = scratch();
    try {
      run(plan, parameters, scratch, controls);
    } finally {
      ResultsDirectory.delete(scratch);
    }
  }

  private void run(RunPlan plan, Parameters parameters, Path out, RunControls controls) {
    new Runner(parameters.options(), out, List.of(this), controls).run(plan);
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("mesh-scenario");
    } catch (IOException e) {
      throw ResultsException.io(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    }
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioStarted started) {
      test(started.scenario().name()).ifPresent(this::start);
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      ScenarioResult result = finished.result();
      test(result.name()).ifPresent(test -> listener.executionFinished(test, of(test, result)));
    }
  }

  private Optional<CaseDescriptor> test(String name) {
    return Optional.ofNullable(tests.get(name));
  }

  private static TestExecutionResult of(CaseDescriptor test, ScenarioResult result) {
    return switch (result.verdict()) {
      case PASSED -> TestExecutionResult.successful();
      case NOT_APPLICABLE -> TestExecutionResult.aborted(new TestAbortedException(result.reason()));
      case FAILED, UNDECIDED -> TestExecutionResult.failed(Failures.of(test, result));
    };
  }

  private void start(CaseDescriptor test) {
    TestDescriptor parent = test.getParent().orElse(root);
    if (file.isEmpty() || !file.get().equals(parent)) {
      open(parent);
    }
    listener.executionStarted(test);
  }

  /** Begins a file, and reports its problems. */
  private void open(TestDescriptor parent) {
    leave();
    listener.executionStarted(parent);
    file = Optional.of(parent);
    for (CaseDescriptor test : children(parent).toList()) {
      test.problem()
          .ifPresent(
              problem -> {
                listener.executionStarted(test);
                listener.executionFinished(test, TestExecutionResult.failed(problem));
              });
    }
  }

  private void leave() {
    file.ifPresent(parent -> listener.executionFinished(parent, TestExecutionResult.successful()));
    file = Optional.empty();
  }
}
