package dev.meshsim.scenario.judge;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Accusation;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The evidence of portals that broke the rules of their logs, which a run has brought to light. */
public final class FoundEvidence {

  private final Path results;
  private final List<String> portals;

  /** The path of the file of each text, in the directory of the run. */
  private final Map<Bytes, String> files = new LinkedHashMap<>();

  private final Map<List<Object>, Accusation> accusations = new LinkedHashMap<>();

  /**
   * Nothing was found yet.
   *
   * @param results the directory of the case's results
   * @param portals the domains of its portals
   */
  public FoundEvidence(Path results, List<String> portals) {
    this.results = results;
    this.portals = portals;
  }

  /**
   * Keeps from now on what machines, witnesses and portals of a stage find.
   *
   * @param step gives the number of the step that is done
   */
  public void watch(Stage stage, IntSupplier step) {
    stage.watch(
        event -> {
          if (event instanceof SimEvent.Accused accused) {
            boolean portal = portals.contains(accused.by());
            String by = (portal ? "portal " : "witness ") + accused.by();
            keep(stage, step.getAsInt(), by, accused.evidence());
          } else if (event instanceof SimEvent.Ended ended
              && ended.failure().orElse(null) instanceof TransparencyException.Proved proved) {
            keep(stage, step.getAsInt(), ended.began().machine(), proved.evidence());
          }
        });
  }

  private void keep(Stage stage, int step, String by, Bytes evidence) {
    String file = files.computeIfAbsent(evidence, text -> place(files.size() + 1));
    accusations.computeIfAbsent(
        List.of(by, evidence),
        both -> new Accusation(step, stage.now(), by, Evidence.read(evidence).judge(), file));
  }

  private String place(int number) {
    return results.getFileName() + "/" + ResultsDirectory.EVIDENCE + "/" + number + ".json";
  }

  /** Writes the different texts to files numbered in the order in which they were found. */
  public void write() {
    files.forEach((text, file) -> ResultsDirectory.write(results.resolveSibling(file), text));
  }

  /** The first time that each finder found each evidence, in order. */
  public List<Accusation> accusations() {
    return List.copyOf(accusations.values());
  }
}
