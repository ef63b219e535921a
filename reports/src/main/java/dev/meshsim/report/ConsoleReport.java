package dev.meshsim.report;

import dev.meshsim.error.Quote;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The report for the terminal: one line for each scenario, then totals, stores left out, the seed
 * and the results directory. A scenario that did not pass is followed by the steps that say why,
 * and by the command that repeats it.
 */
public final class ConsoleReport implements Report {

  /** The report's name. */
  public static final String NAME = "console";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of();
  }

  @Override
  public RunListener listener(ReportTarget target) {
    return new Lines(target.out(), target.errors());
  }

  /** Prints the events of one run. */
  private record Lines(PrintStream out, PrintStream errors) implements RunListener {

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.ScenarioRejected rejected) {
        rejected.problems().forEach(text -> errors.println(Quote.lines(text)));
        line("rejected", rejected.file(), rejected.problems().size() + " problem(s), not run");
      } else if (event instanceof RunEvent.ScenarioFinished finished) {
        scenario(finished.result());
      } else if (event instanceof RunEvent.RunStopped stopped) {
        say("stopped by " + stopped.reason() + ": " + stopped.notRun() + " scenarios not run");
      } else if (event instanceof RunEvent.RunFinished finished) {
        totals(finished);
      }
    }

    private void scenario(ScenarioResult result) {
      if (result.verdict() == Verdict.NOT_APPLICABLE) {
        line(result.verdict().word(), result.name(), result.reason());
        return;
      }
      String time =
          String.format(
              Locale.ROOT, "%d steps, %d ms", result.steps().size(), result.elapsed().toMillis());
      line(result.verdict().word(), result.name(), time);
      boolean explained = false;
      for (StepResult step : result.steps()) {
        if (step.verdict() != Verdict.PASSED && step.explanation().isPresent()) {
          say("  " + step.place() + ": " + step.title() + ": " + step.explanation().get());
          explained = true;
        }
      }
      if (explained) {
        say("  " + result.repeat().text());
      }
    }

    private void line(String word, String name, String detail) {
      say(String.format(Locale.ROOT, "%-9s  %-32s  %s", word, name, detail));
    }

    /** Prints a line; whatever would break it is escaped. */
    private void say(String line) {
      out.println(Quote.of(line));
    }

    private void totals(RunEvent.RunFinished finished) {
      RunTotals totals = finished.totals();
      StringBuilder text = new StringBuilder();
      text.append(totals.passed()).append(" passed, ").append(totals.failed()).append(" failed");
      if (totals.undecided() > 0) {
        text.append(", ").append(totals.undecided()).append(" undecided");
      }
      if (totals.notApplicable() > 0) {
        text.append(", ").append(totals.notApplicable()).append(" not applicable");
      }
      if (totals.rejected() > 0) {
        text.append(", ").append(totals.rejected()).append(" rejected");
      }
      say(text.toString());
      finished
          .identity()
          .leftOut()
          .forEach((store, why) -> say("without the store " + store + ": " + why));
      say("seed " + finished.identity().seed() + ", results in " + finished.directory());
      out.flush();
    }
  }
}
