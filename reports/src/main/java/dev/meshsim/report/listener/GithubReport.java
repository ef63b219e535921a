package dev.meshsim.report.listener;

import dev.meshsim.error.Quote;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Annotations for GitHub Actions: an {@code ::error} line for each step that says why a case did
 * not pass, and for each problem of a file, so that it is shown at its line of the file.
 */
public final class GithubReport implements Report {

  /** The report's name. */
  public static final String NAME = "github";

  private static final Pattern PLACE = Pattern.compile("(.+?):(\\d+):(\\d+)(?:: (.*))?");

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
    PrintStream out = target.out();
    return event -> {
      if (event instanceof RunEvent.ScenarioFinished finished) {
        finished.result().explained().forEach(step -> failure(out, finished.result(), step));
      } else if (event instanceof RunEvent.ScenarioRejected rejected) {
        rejected.problems().forEach(problem -> problem(out, rejected.file(), problem));
      } else if (event instanceof RunEvent.RunFinished) {
        out.flush();
      }
    };
  }

  private static void failure(PrintStream out, ScenarioResult result, StepResult step) {
    if (result.reason().isEmpty()) {
      String text = String.join("\n", FailureText.lines(step)) + "\n" + result.repeat().text();
      String title = result.name() + " " + result.verdict().word();
      annotation(out, result.file(), step.place(), title, text);
    }
  }

  private static void problem(PrintStream out, String file, String problem) {
    annotation(out, file, problem.lines().findFirst().orElse(""), "no scenario", problem);
  }

  private static void annotation(
      PrintStream out, String file, String place, String title, String text) {
    StringBuilder line = new StringBuilder("::error file=").append(property(file));
    Matcher matcher = PLACE.matcher(place.startsWith(file) ? place : "");
    if (matcher.matches()) {
      line.append(",line=").append(matcher.group(2)).append(",col=").append(matcher.group(3));
    }
    line.append(",title=").append(property(title)).append("::").append(data(text));
    out.println(line);
  }

  /** Text after the properties; as the runner of GitHub Actions reads it. */
  private static String data(String text) {
    return Quote.lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(Quote.of(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
