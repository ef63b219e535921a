package dev.meshsim.cli.log;

import dev.meshsim.audit.LogShow;
import dev.meshsim.audit.LogVerdict;
import dev.meshsim.audit.LogVerify;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.error.Quote;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim log}. */
@Command(
    name = "log",
    description =
        "Shows, verifies and converts logs, ours and those of the reference implementation.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {"", "A file with a single profile or escrow entry is read like a log of one record."})
public final class LogCommand {

  public LogCommand() {}

  /** A log that is read once or more; a device is refused, since it may never end. */
  private static LogSource source(Path file) {
    return new LogSource(file.toString(), () -> InputStreams.open(file));
  }

  /** {@code mesh-sim log show}. */
  @Command(
      name = "show",
      description = {
        "Prints a line for each record of a log.",
        "A line has number, time, action, key, kind and signer. Nothing is verified. Exit code 1 if a"
            + " record cannot be read."
      },
      mixinStandardHelpOptions = true)
  public static final class Show implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(
        names = "--full",
        description = "Also print each object as a tree, with signed and encrypted ones unpacked.")
    private boolean full;

    public Show(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      return LogShow.show(source(file), full, console::line) ? 0 : 1;
    }
  }

  /** {@code mesh-sim log verify}. */
  @Command(
      name = "verify",
      description = {
        "Verifies every fingerprint, digest and signature in logs.",
        "This includes nested ones and the chain from device and master profiles to applications."
            + " Keys and profiles of one file count for all. Exit code 0 only if nothing failed."
      },
      mixinStandardHelpOptions = true)
  public static final class Verify implements Callable<Integer> {

    /** The limit of printed notes of one kind in text; failures have none. */
    private static final int MOST_NOTES = 10;

    private final Console console;

    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = "The logs; a directory stands for the files in it whose names end in .jlog.")
    private List<Path> files = List.of();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description =
            "The format of the printed results: ${COMPLETION-CANDIDATES}; json is a line with an"
                + " object for each file. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    public Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      LogVerify.Result result = LogVerify.verify(sources());
      for (LogVerdict verdict : result.files()) {
        console.out().println(format == OutputFormat.json ? verdict.toJson() : text(verdict));
      }
      return result.failed() ? 1 : 0;
    }

    private List<LogSource> sources() {
      return files.stream()
          .flatMap(file -> LogFiles.in(file).stream())
          .map(LogCommand::source)
          .toList();
    }

    private static String text(LogVerdict verdict) {
      StringBuilder text = new StringBuilder();
      text.append(Quote.of(verdict.file()))
          .append(": generation ")
          .append(verdict.generation())
          .append(", ")
          .append(verdict.records())
          .append(" records, ")
          .append(verdict.unreadable())
          .append(" unreadable; signatures: ")
          .append(verdict.signatures().verified())
          .append(" verified, ")
          .append(verdict.signatures().failed())
          .append(" failed, ")
          .append(verdict.signatures().unverifiable())
          .append(" unverifiable; fingerprints: ")
          .append(verdict.fingerprints().matched())
          .append(" matched, ")
          .append(verdict.fingerprints().mismatched())
          .append(" mismatched");
      Map<ProblemKind, Integer> seen = new EnumMap<>(ProblemKind.class);
      for (Problem problem : verdict.problems()) {
        if (problem.kind().failure() || seen.merge(problem.kind(), 1, Integer::sum) <= MOST_NOTES) {
          line(text, problem);
        }
      }
      seen.forEach((kind, count) -> left(text, kind, count - MOST_NOTES));
      return text.toString();
    }

    private static void line(StringBuilder text, Problem problem) {
      text.append(System.lineSeparator())
          .append(problem.kind().failure() ? "  error" : "  note")
          .append(" in record ")
          .append(problem.record())
          .append(": ")
          .append(problem.kind().label())
          .append(": ")
          .append(problem.detail());
    }

    private static void left(StringBuilder text, ProblemKind kind, int count) {
      if (count > 0) {
        text.append(System.lineSeparator())
            .append("  note: ")
            .append(count)
            .append(" more of ")
            .append(kind.label())
            .append(" with --format json");
      }
    }
  }
}
