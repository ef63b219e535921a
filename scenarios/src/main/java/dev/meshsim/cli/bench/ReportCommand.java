package dev.meshsim.cli.bench;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.cli.console.PathArgument;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.page.BenchReport;
import dev.meshsim.report.bench.page.MeasuredRun;
import dev.meshsim.scenario.results.ResultsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim bench report}. */
@Command(
    name = "report",
    description = {
      "Writes a page about runs of benchmarks, and each of its charts as an SVG file.",
      "The last run is shown in full; the others are its history. Nothing is loaded from anywhere."
    },
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description =
          "Runs from the oldest: directories of bench, or files that JMH wrote with -rf json.")
  private List<String> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = PathArgument.class,
      description = "The directory of the page. Default: report in the directory of the last run.")
  private @Nullable Path out;

  /** The command, which prints on a console. */
  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<MeasuredRun> measured = runs.stream().map(ReportCommand::read).toList();
    Path last = Path.of(runs.get(runs.size() - 1));
    Path beside = Files.isDirectory(last) ? last.resolve("report") : last.resolveSibling("report");
    Path directory = out == null ? beside : out;
    for (Map.Entry<String, Bytes> file : BenchReport.files(measured).entrySet()) {
      write(directory.resolve(file.getKey()), file.getValue());
    }
    console.line("page: " + Quote.of(directory.resolve(BenchReport.INDEX)));
    return 0;
  }

  private static MeasuredRun read(String name) {
    BenchResults results = ResultFiles.read(name);
    Path path = Path.of(name);
    String shown = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    Path machine = path.resolve(BenchRun.MACHINE);
    return Files.isRegularFile(machine)
        ? MeasuredRun.of(shown, results, InputFile.read(machine.toString()).text())
        : MeasuredRun.of(shown, results);
  }

  private static void write(Path file, Bytes content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new InputException(
          Quote.of(file) + " cannot be written: " + IoReason.of(e), "name another with --out");
    }
    ResultsDirectory.write(file, content);
  }
}
