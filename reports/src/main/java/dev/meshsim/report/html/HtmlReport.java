package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The results of a run as pages for a browser: {@code report/index.html}, and a page for each case
 * beside it. A case's page is written when the case ends, and the index when the run has ended or
 * was stopped. The secrets that a scenario asks to have printed are on no page.
 */
public final class HtmlReport implements Report {

  private static final String DIRECTORY = "report";

  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<ReportFile> files() {
    return List.of(
        ReportFile.in(
            Scope.RUN, DIRECTORY, PageName.FILES, "pages for a browser: open index.html"));
  }

  /** Writes the pages of one run. */
  @Override
  public RunListener listener(ReportTarget target) {
    return new Writer(target);
  }

  /** Writes the pages; holds the messages of one case, and the pages of those that are ahead. */
  private static final class Writer implements RunListener {

    private final ReportTarget target;
    private final RunSummary run = new RunSummary();
    private final Map<String, Bytes> prepared = new ConcurrentHashMap<>();
    private Optional<ScenarioTrace> trace = Optional.empty();

    private Writer(ReportTarget target) {
      this.target = target;
    }

    @Override
    public void prepare(ScenarioResult result, Optional<ScenarioTrace> messages) {
      prepared.put(result.name(), CasePage.of(result, messages));
    }

    @Override
    public void on(RunEvent event) {
      run.on(event);
      if (event instanceof RunEvent.ScenarioStarted) {
        trace = Optional.empty();
      } else if (event instanceof RunEvent.ScenarioTraced traced) {
        trace = Optional.of(traced.trace());
      } else if (event instanceof RunEvent.ScenarioFinished finished) {
        ScenarioResult result = finished.result();
        Bytes ahead = prepared.remove(result.name());
        Bytes page = ahead == null ? CasePage.of(result, trace) : ahead;
        target.writeRunFile(DIRECTORY + "/" + PageName.of(result.name()).file(), page);
        trace = Optional.empty();
      } else if (event instanceof RunEvent.RunFinished) {
        target.writeRunFile(DIRECTORY + "/index.html", IndexPage.of(run));
      }
    }
  }
}
