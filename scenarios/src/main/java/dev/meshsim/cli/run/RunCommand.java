package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.Interruption;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.recording.ProtectedLink;
import dev.meshsim.scenario.run.CaseList;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.Shard;
import dev.meshsim.scenario.run.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim run}. */
@Command(
    name = "run",
    description = "Runs scenarios and prints a line for each, then totals.",
    mixinStandardHelpOptions = true,
    modelTransformer = ResultsFooter.class)
public final class RunCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PATH[:LINE]",
      description =
          "Scenario files, or directories that are read all the way down; a line of a file chooses"
              + " the case that is written there. Default: the project's scenarios/.")
  private List<String> files = List.of();

  @Mixin private JobOptions jobs = new JobOptions();

  @Mixin private ChoiceOptions choice = new ChoiceOptions();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Mixin private WorldOptions world = new WorldOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The results directory. Default: the project's target/mesh-sim/, or outside of the project"
              + " mesh-sim-results/ in the working directory.")
  private @Nullable Path out;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      defaultValue = RunOptions.DEFAULT_STORE,
      description =
          "The store of the machines; all runs each scenario over every store."
              + " Default: ${DEFAULT-VALUE}.")
  private String store = RunOptions.DEFAULT_STORE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the printed results: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  @Mixin private LinkOption link = new LinkOption();

  @Mixin private EncodingOption encoding = new EncodingOption();

  @Mixin private ProtectOption protect = new ProtectOption();

  @Option(names = "--list", description = "Print a line for each chosen scenario, and run none.")
  private boolean list;

  public RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path results = out == null ? ProjectDirectory.results() : out;
    Optional<LastRun> last = jobs.isRerun() ? Optional.of(LastRun.in(results)) : Optional.empty();
    if (last.isPresent() && last.get().isAllPassed()) {
      console.line("every scenario of the last run passed, none is run again");
      return 0;
    }
    // Checked before the run, so that an unknown store is wrong usage and no failed scenario.
    RunOptions options =
        last.map(LastRun::options)
            .orElseGet(
                () ->
                    new RunOptions(
                        world.seed(),
                        world.dialect(),
                        world.suite(),
                        store,
                        link.name(),
                        encoding.encoding(),
                        protect.level(encoding.encoding())));
    options.stores();
    ReportOptions.Chosen chosen =
        reports.chosen(console, format == OutputFormat.json && !list, System.getenv());
    List<String> paths =
        files.isEmpty() ? List.of(ProjectDirectory.path("scenarios").toString()) : files;
    paths = last.map(LastRun::arguments).orElse(paths);
    Shard part = choice.shard(System.getenv());
    if (!part.source().isEmpty()) {
      console
          .errors()
          .println(
              "shard " + part.index() + "/" + part.count() + ", from " + Quote.of(part.source()));
    }
    RunPlan plan = choice.plan(paths, part);
    if (list) {
      return list(plan);
    }
    Stop stop = new Stop();
    RunControls controls =
        jobs.controls(stop, last.map(each -> each.log().again()), chosen.choice(), paths);
    try (Interruption signals = Interruption.of(stop);
        OpenLink open = OpenLink.named(options.portal())) {
      PortalLink encoded = open.link().in(options.encoding());
      RunControls linked =
          controls.over(ProtectedLink.of(encoded, options.protection(), protect.key()));
      int code = new Runner(options, results, chosen.listeners(), linked).run(plan).exitCode();
      console.out().flush();
      return code;
    }
  }

  private int list(RunPlan plan) {
    if (format == OutputFormat.json) {
      console.line(CaseList.json(plan));
    } else {
      CaseList.lines(plan).forEach(console::line);
    }
    plan.rejected().stream()
        .flatMap(file -> file.problems().stream())
        .forEach(problem -> console.errors().println(problem.lines()));
    return plan.rejected().isEmpty() ? 0 : 2;
  }
}
