package dev.meshsim.report;

import dev.meshsim.json.MeshJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What a run depends on, as one JSON object: the only result that names the machine's software. */
public final class IdentityReport implements RunListener {

  private final Consumer<String> target;

  /** Hands the text, which ends in a line feed, to {@code target} when the run begins. */
  public IdentityReport(Consumer<String> target) {
    this.target = target;
  }

  @Override
  public void on(RunEvent event) {
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
      target.accept(MeshLayout.whole(MeshJson.toTree(object)) + "\n");
    }
  }
}
