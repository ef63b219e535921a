package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.scenario.results.ShardMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim merge}. */
@Command(
    name = "merge",
    description = {
      "Puts the results of all parts of a suite together, as if one run had done it.",
      "The parts are what mesh-sim run --shard I/N --out DIR has written, on any machines. They are"
          + " merged only if they are of one commit, seed and choice of options, and if every case"
          + " of the suite has run exactly once."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The reports, the page of each case and its messages are those of a run (mesh-sim run --help);",
      "the data of the machines stay with the parts.",
      "",
      "Exit codes: those of mesh-sim run for the whole suite, and 2 if the parts are no whole suite."
    })
public final class MergeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "The results directory of each part, in any order.")
  private List<Path> directories = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The results directory of the whole suite.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the printed results: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  @Mixin private ReportOptions reports = new ReportOptions();

  public MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ShardMerge merge = ShardMerge.of(directories);
    ReportOptions.Chosen chosen =
        reports.chosen(console, format == OutputFormat.json, System.getenv());
    int code = merge.write(out, chosen.choice(), chosen.listeners()).exitCode();
    console.out().flush();
    return code;
  }
}
