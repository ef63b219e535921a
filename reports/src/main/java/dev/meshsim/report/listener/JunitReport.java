package dev.meshsim.report.listener;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run as JUnit XML, as CI servers read it: a suite for each scenario file, a test
 * for each case. The names depend only on the scenario files, so a test keeps its history from run
 * to run. A case that failed is a {@code failure}, one that is undecided an {@code error}, one that
 * does not apply is {@code skipped}.
 */
public final class JunitReport implements Report {

  private static final String FILE = "junit.xml";

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "the verdict of every case, for CI servers"));
  }

  /** Writes the file when the run has ended. */
  @Override
  public RunListener listener(ReportTarget target) {
    return new Collector(target);
  }

  /** Collects the results of one run. */
  private static final class Collector implements RunListener {

    private final ReportTarget target;
    private final Map<String, List<JunitXml.Test>> suites = new TreeMap<>();
    private final List<RunEvent.ScenarioRejected> rejections = new ArrayList<>();
    private @Nullable RunIdentity identity;
    private Optional<RunEvent.RunStopped> stopped = Optional.empty();

    private Collector(ReportTarget target) {
      this.target = target;
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunEvent.RunStarted started) {
        identity = started.identity();
      } else if (event instanceof RunEvent.ScenarioFinished finished) {
        String suite = finished.result().info().base();
        suites
            .computeIfAbsent(suite, name -> new ArrayList<>())
            .add(JunitXml.test(suite, finished.result()));
      } else if (event instanceof RunEvent.ScenarioRejected rejected) {
        rejections.add(rejected);
      } else if (event instanceof RunEvent.RunStopped stop) {
        stopped = Optional.of(stop);
      } else if (event instanceof RunEvent.RunFinished finished) {
        RunIdentity run = identity == null ? finished.identity() : identity;
        target.writeRunFile(FILE, Bytes.utf8(new JunitXml(run, stopped).of(suites, rejections)));
      }
    }
  }
}
