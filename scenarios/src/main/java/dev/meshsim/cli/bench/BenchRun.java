package dev.meshsim.cli.bench;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.error.Quote;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.JmhReader;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.bench.suite.BenchGroup;
import dev.meshsim.report.bench.suite.SuiteTable;
import dev.meshsim.report.listener.Terminal;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One run of groups of benchmarks, whose results are written below a directory as they come. */
final class BenchRun {

  /** The file of the machine's facts. */
  static final String MACHINE = "machine.json";

  private static final double STEADY = 0.1;

  private final Console console;
  private final World clock = World.system();
  private final Instant begin = clock.now();
  private final Calibration calibration = new Calibration(clock);
  private final Map<String, String> facts;
  private final Path out;
  private final boolean quick;
  private final double loadBefore = MachineFacts.load();
  private final List<JmhOutput.Failure> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<BenchResults> results = new ArrayList<>();

  BenchRun(Console console, Map<String, String> facts, Path out, boolean quick) {
    this.console = console;
    this.facts = facts;
    this.out = out;
    this.quick = quick;
    double processors = Runtime.getRuntime().availableProcessors();
    if (loadBefore > processors / 2) {
      warn(
          "the machine is busy: its load was "
              + Math.rint(loadBefore * 10) / 10
              + " when the run began");
    }
    if (facts.getOrDefault("governor", "").equals("powersave")) {
      warn("the processor is set to save power");
    }
    calibration.measure();
  }

  private void warn(String warning) {
    warnings.add(warning);
    console.note("warning: " + warning);
  }

  /** Runs a group; its file is there afterwards, unless no benchmark of it ended. */
  void run(BenchGroup group, Path jar, int number, int groups) {
    Path file = out.resolve(group.label() + ResultFiles.SUFFIX).toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    command.addAll(quick ? group.quickArguments() : group.fullArguments());
    command.addAll(List.of("-rf", "json", "-rff", file.toString()));
    JmhOutput output = new JmhOutput();
    List<String> log = new ArrayList<>();
    Terminal terminal = console.terminal(true);
    int code =
        ChildProcess.run(
            command,
            out,
            line -> {
              log.add(line);
              output.line(line);
              terminal.progress("group " + number + " of " + groups + ", " + output.progress());
            });
    terminal.progress("");
    ResultsDirectory.write(
        out.resolve(group.label() + ".log"), Bytes.utf8(String.join("\n", log) + "\n"));
    failures.addAll(output.failures());
    if (code != 0) {
      failures.add(
          new JmhOutput.Failure(
              group.label(),
              output.error().orElse("JMH ended with exit code " + code + "; see its log")));
    }
    calibration.measure();
    read(file);
    writeMachine();
  }

  private void read(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) > 2) {
        InputFile text = InputFile.read(file.toString());
        results.add(JmhReader.read(file.getFileName().toString(), text.text()));
      }
    } catch (IOException e) {
      warn(file + " cannot be read");
    }
  }

  /** Prints the tables, the failures and how steady the machine was; returns the exit code. */
  int end() {
    if (calibration.spread() > STEADY) {
      warn(
          "the machine was not steady: a fixed piece of work varied by "
              + Percent.of(calibration.spread())
              + "; trust no difference of that size");
    }
    writeMachine();
    BenchResults all = BenchResults.of("this run", results);
    if (!all.rows().isEmpty()) {
      SuiteTable.rows(all).forEach(console::line);
      console.line("");
      SuiteTable.targets(all).forEach(console::line);
    }
    if (quick) {
      console.line("a quick run warms up briefly: judge the targets by a full one");
    }
    for (JmhOutput.Failure failure : failures) {
      console.line(
          (failure.isMissingPeer() ? "left out: " : "failed: ")
              + failure.benchmark()
              + ": "
              + failure.reason());
    }
    console.line(
        "machine: "
            + facts.getOrDefault("cpu", "")
            + ", "
            + facts.getOrDefault("processors", "")
            + " processors, JDK "
            + facts.getOrDefault("jdk", "")
            + "; steady to "
            + Percent.of(calibration.spread()));
    console.line("results: " + Quote.of(out));
    return failures.stream().allMatch(JmhOutput.Failure::isMissingPeer) && !all.rows().isEmpty()
        ? 0
        : 1;
  }

  private void writeMachine() {
    ObjectNode machine = JsonNodeFactory.instance.objectNode();
    machine.put("begin", begin.toString());
    machine.put("seconds", Duration.between(begin, clock.now()).toSeconds());
    machine.put("quick", quick);
    facts.forEach(machine::put);
    machine.put("loadBefore", loadBefore);
    machine.put("loadAfter", MachineFacts.load());
    ArrayNode times = machine.putArray("calibrationMilliseconds");
    calibration.times().forEach(time -> times.add(Math.rint(time * 1000) / 1000));
    machine.put("calibrationMedian", calibration.median());
    machine.put("calibrationSpread", calibration.spread());
    ArrayNode said = machine.putArray("warnings");
    warnings.forEach(said::add);
    tooWide().forEach(said::add);
    ArrayNode failed = machine.putArray("failures");
    for (JmhOutput.Failure failure : failures) {
      failed.addObject().put("benchmark", failure.benchmark()).put("reason", failure.reason());
    }
    ResultsDirectory.write(out.resolve(MACHINE), Bytes.utf8(machine.toPrettyString() + "\n"));
  }

  private List<String> tooWide() {
    return results.stream()
        .flatMap(part -> part.rows().stream())
        .filter(row -> !SuiteTable.warning(dev.meshsim.report.bench.Estimate.of(row)).isEmpty())
        .map(
            row ->
                row.key().label()
                    + ": "
                    + SuiteTable.warning(dev.meshsim.report.bench.Estimate.of(row)))
        .toList();
  }
}
