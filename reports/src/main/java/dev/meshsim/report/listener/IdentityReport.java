package dev.meshsim.report.listener;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.MeshLayout;
import dev.meshsim.report.Report;
import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The identity of a run, everything it depends on, as one JSON object. It is the only result that
 * names the machine's software.
 */
public final class IdentityReport implements Report {

  /** The name of the file in the results directory. */
  public static final String FILE = "run.json";

  /** The report's name. */
  public static final String NAME = "identity";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ReportFile> files() {
    return List.of(ReportFile.of(Scope.RUN, FILE, "everything the run depends on"));
  }

  /** Writes the file when the run begins, so that a run that is killed has one too. */
  @Override
  public RunListener listener(ReportTarget target) {
    return event -> {
      if (event instanceof RunEvent.RunStarted started) {
        RunIdentity identity = started.identity();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seed", identity.seed());
        object.put("commit", identity.commit());
        object.put("options", identity.options());
        if (!identity.leftOut().isEmpty()) {
          object.put("leftOut", identity.leftOut());
        }
        object.put("jdk", identity.jdk());
        object.put("providers", identity.providers());
        object.put("scenarios", identity.scenarios());
        String text = MeshLayout.whole(MeshJson.toTree(object)) + "\n";
        target.writeRunFile(FILE, Bytes.utf8(text));
      }
    };
  }
}
