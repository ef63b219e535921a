package dev.meshsim.report.listener;

import dev.meshsim.error.Quote;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.listener.ConsoleReport.Detail;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints the events of one run as lines for people. */
final class ConsoleLines implements RunListener {

  private static final int LEAST_WIDTH = 32;
  private static final int MOST_WIDTH = 60;

  /** A longer line would not be removed whole on a terminal of 80 columns. */
  private static final int PROGRESS_WIDTH = 72;

  private final PrintStream out;
  private final PrintStream errors;
  private final Detail detail;
  private final Terminal terminal;
  private int width = LEAST_WIDTH;
  private int planned;
  private int ended;

  ConsoleLines(PrintStream out, PrintStream errors, Detail detail, Terminal terminal) {
    this.out = out;
    this.errors = errors;
    this.detail = detail;
    this.terminal = terminal;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      plan(started.cases());
    } else if (event instanceof RunEvent.ScenarioStarted started) {
      terminal.progress(
          Quote.of(
              "running " + (ended + 1) + " of " + planned + ": " + started.scenario().name(),
              PROGRESS_WIDTH));
    } else if (event instanceof RunEvent.ScenarioRejected rejected) {
      rejected(rejected);
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      ended++;
      scenario(finished.result());
    } else if (event instanceof RunEvent.RunStopped stopped) {
      say("stopped by " + stopped.reason() + ": " + stopped.notRun() + " scenarios not run");
    } else if (event instanceof RunEvent.ReportFailed failed) {
      terminal.progress("");
      errors.println(Quote.lines("the report " + failed.report() + ": " + failed.problem()));
    } else if (event instanceof RunEvent.RunFinished finished) {
      totals(finished);
    }
  }

  private void plan(List<String> cases) {
    planned = cases.size();
    int longest = cases.stream().mapToInt(String::length).max().orElse(0);
    width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, longest));
  }

  private void rejected(RunEvent.ScenarioRejected rejected) {
    terminal.progress("");
    rejected.problems().forEach(text -> errors.println(Quote.lines(text)));
    line(
        "rejected",
        Terminal.Style.BAD,
        rejected.file(),
        rejected.problems().size() + " problem(s), not run");
  }

  private void scenario(ScenarioResult result) {
    boolean good = result.verdict() == Verdict.PASSED || result.verdict() == Verdict.NOT_APPLICABLE;
    if (detail == Detail.QUIET && good) {
      return;
    }
    if (result.verdict() == Verdict.NOT_APPLICABLE) {
      line(result.verdict().word(), Terminal.Style.UNSURE, result.name(), result.reason());
      return;
    }
    String time =
        String.format(
            Locale.ROOT, "%d steps, %d ms", result.steps().size(), result.elapsed().toMillis());
    line(result.verdict().word(), style(result.verdict()), result.name(), time);
    for (StepResult step : result.steps()) {
      if (step.verdict() != Verdict.PASSED && step.explanation().isPresent()) {
        FailureText.lines(step).forEach(text -> say("  " + text));
      } else if (detail == Detail.VERBOSE) {
        say("  " + step.place() + ": " + step.title() + ": " + step.verdict().word());
      }
    }
    if (!result.explained().isEmpty()) {
      say("  " + result.repeat().text());
    }
  }

  private static Terminal.Style style(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Terminal.Style.GOOD;
      case FAILED -> Terminal.Style.BAD;
      case UNDECIDED, NOT_APPLICABLE -> Terminal.Style.UNSURE;
    };
  }

  private void line(String word, Terminal.Style style, String name, String after) {
    terminal.progress("");
    terminal.style(style);
    out.print(word);
    terminal.style(Terminal.Style.PLAIN);
    String blanks = " ".repeat(Math.max(0, 9 - word.length()));
    out.println(
        Quote.of(blanks + String.format(Locale.ROOT, "  %-" + width + "s  %s", name, after)));
  }

  /** Prints a line; whatever would break it is escaped. */
  private void say(String line) {
    terminal.progress("");
    out.println(Quote.of(line));
  }

  private void totals(RunEvent.RunFinished finished) {
    terminal.progress("");
    RunTotals totals = finished.totals();
    terminal.style(
        totals.exitCode() == 0
            ? Terminal.Style.GOOD
            : totals.failed() > 0 || totals.internal()
                ? Terminal.Style.BAD
                : Terminal.Style.UNSURE);
    out.print(totals.text());
    terminal.style(Terminal.Style.PLAIN);
    out.println();
    finished
        .identity()
        .leftOut()
        .forEach((store, why) -> say("without the store " + store + ": " + why));
    say("seed " + finished.identity().seed() + ", results in " + finished.directory());
    out.flush();
  }
}
