package dev.meshsim.report.transcript;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import java.util.List;

/** The transcript of each scenario, as Markdown. */
public final class TranscriptReport implements Report {

  /** The name of the file in the scenario's directory. */
  public static final String FILE = "transcript.md";

  /** The report's name. */
  public static final String NAME = "transcript";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of(
        ReportFile.of(Scope.SCENARIO, FILE, "the messages as a page that explains them"));
  }

  @Override
  public RunListener listener(ReportTarget target) {
    return event -> {
      if (event instanceof RunEvent.ScenarioTraced traced) {
        Bytes page = Bytes.utf8(Transcript.markdown(traced.trace()));
        target.writeScenarioFile(traced.scenario(), FILE, page);
      }
    };
  }
}
