package dev.meshsim.cli.log;

import dev.meshsim.audit.LogShow;
import dev.meshsim.audit.LogVerdict;
import dev.meshsim.audit.LogVerify;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
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
    description = "Looks into logs: our own, and those of the reference implementation.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A file with a profile or an escrow entry of its own is read like a log of one record."
    })
public final class LogCommand {

  public LogCommand() {}

  /** {@code mesh-sim log show}. */
  @Command(
      name = "show",
      description = {
        "Prints a line for each record: number, time, action, key, kind, who signed. Verifies",
        "nothing. Exit code 1 if a record cannot be read."
      },
      mixinStandardHelpOptions = true)
  public static final class Show implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(
        names = "--full",
        description = "Also print each object as a tree, signed and encrypted ones taken apart.")
    private boolean full;

    public Show(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      return LogShow.show(LogSource.of(file), full, console.out()::println) ? 0 : 1;
    }
  }

  /** {@code mesh-sim log verify}. */
  @Command(
      name = "verify",
      description = {
        "Recomputes every fingerprint, digest and signature, nested ones too, and follows the",
        "chain from device and master profiles to applications. Keys and profiles of one file",
        "count for all. Exit code 0 only if nothing failed."
      },
      mixinStandardHelpOptions = true)
  public static final class Verify implements Callable<Integer> {

    /** How many notes of one kind are printed as text; what failed is printed whole. */
    private static final int MOST_NOTES = 10;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The logs.")
    private List<Path> files = List.of();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description =
            "How to print the results: ${COMPLETION-CANDIDATES}; json is one object a file, one"
                + " a line. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    public Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      LogVerify.Result result = LogVerify.verify(files.stream().map(LogSource::of).toList());
      for (LogVerdict verdict : result.files()) {
        console.out().println(format == OutputFormat.json ? verdict.toJson() : text(verdict));
      }
      return result.failed() ? 1 : 0;
    }

    private static String text(LogVerdict verdict) {
      StringBuilder text = new StringBuilder();
      text.append(verdict.file())
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
