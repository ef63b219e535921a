package dev.meshsim.scenario.run;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.scenario.action.StepActions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs scenarios whose text a test gives, and collects their events and results. */
public final class ScenarioText {

  public static final String HEAD =
      """
      purpose: For a test.
      machines: [desktop, phone]
      portal: example.com
      steps:
      """;

  public static final String ALICE =
      """
      - createDevice: desktop
      - createAccount: alice@example.com
        on: desktop
      """;

  public static final String CONNECTED =
      ALICE
          + """
          - createDevice: phone
          - connect: alice@example.com
            on: phone
          - connectPending: desktop
          - connectClose: phone
            on: desktop
            result: ACCEPTED
          - await: phone
          """;

  private final Path directory;
  public final List<ScenarioResult> results = new ArrayList<>();
  final List<RunEvent> events = new ArrayList<>();

  public ScenarioText(Path directory) {
    this.directory = directory;
  }

  public Path out() {
    return directory.resolve("out");
  }

  public Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name + ".yaml");
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public RunTotals run(Path... files) {
    return run(RunOptions.DEFAULT, StepActions::of, files);
  }

  public RunTotals run(RunOptions options, Function<String, StepAction> actions, Path... files) {
    RunListener keep =
        event -> {
          events.add(event);
          if (event instanceof RunEvent.ScenarioFinished finished) {
            results.add(finished.result());
          }
        };
    return new Runner(options, out(), List.of(keep), RunControls.plain(), actions)
        .run(ScenarioFiles.read(List.of(files)));
  }

  /** Runs steps after {@link #HEAD} and returns the scenario's result. */
  public ScenarioResult steps(String steps) throws IOException {
    run(write("test", HEAD + steps));
    return results.get(results.size() - 1);
  }
}
