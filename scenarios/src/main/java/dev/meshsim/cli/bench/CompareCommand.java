package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.Change;
import dev.meshsim.report.bench.Comparison;
import dev.meshsim.report.bench.ComparisonReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim bench compare}. */
@Command(
    name = "compare",
    description = {
      "Compares runs of benchmarks with an earlier run, row by row.",
      "A row regressed or improved if its speed differs by 5 percent or more and by more than"
          + " chance explains: Welch's test on the logarithms of all scores, which counts the"
          + " scores of one fork as alike as they are, corrected for the number of rows by Holm's"
          + " method (0.05). It cannot tell where a run has one fork, or where the 95 %% interval of"
          + " a row is wider than 3 percent on either side; up to 10 percent it finds a factor"
          + " of two only."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 compared, 1 a row regressed and --fail-on-regression was given, 2 wrong usage",
      "or a file that cannot be compared, 3 internal error."
    })
public final class CompareCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The format. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  @Option(names = "--fail-on-regression", description = "Exit with 1 if a row regressed.")
  private boolean failOnRegression;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "The earlier run: a file of JMH's, or a directory of bench.")
  private String base = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "HEAD",
      description = "Later runs, each compared with BASE.")
  private List<String> heads = List.of();

  /** The command, which prints on a console. */
  public CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    BenchResults earlier = ResultFiles.read(base);
    List<Comparison> comparisons =
        Comparison.of(earlier, heads.stream().map(ResultFiles::read).toList());
    if (format == OutputFormat.json) {
      console.out().println(ComparisonReport.json(comparisons).toPrettyString());
    } else {
      for (int i = 0; i < heads.size(); i++) {
        ComparisonReport.lines(comparisons.get(i)).forEach(console::line);
        MachineNotes.between(base, heads.get(i)).forEach(console::line);
      }
    }
    boolean regressed = comparisons.stream().anyMatch(each -> each.count(Change.REGRESSED) > 0);
    return failOnRegression && regressed ? 1 : 0;
  }
}
