package dev.meshsim.report.bench.page;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.bench.BenchResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A run with what is known of its machine.
 *
 * @param name its name on the page
 * @param results its rows
 * @param facts the machine's facts by name, in order; empty for a file of JMH's alone
 * @param warnings what the run said about itself: failures, missing peers, a busy machine
 */
public record MeasuredRun(
    String name, BenchResults results, Map<String, String> facts, List<String> warnings) {

  /** A run without facts. */
  public static MeasuredRun of(String name, BenchResults results) {
    return new MeasuredRun(name, results, Map.of(), List.of());
  }

  /** The facts of a file {@code machine.json}; empty if it cannot be read. */
  public static Map<String, String> facts(Bytes machine) {
    return of("", BenchResults.of("", List.of()), machine).facts();
  }

  /**
   * A run with the file {@code machine.json} of {@code mesh-sim bench}. A file of another form is a
   * warning of the run: its numbers can still be shown.
   */
  public static MeasuredRun of(String name, BenchResults results, Bytes machine) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonNode> member : MeshJson.readTree(machine).properties()) {
        JsonNode value = member.getValue();
        if (value.isValueNode()) {
          facts.put(member.getKey(), value.isString() ? value.stringValue() : value.toString());
        } else if (member.getKey().equals("warnings")) {
          value.forEach(text -> warnings.add(text.isString() ? text.stringValue() : "" + text));
        } else if (member.getKey().equals("failures")) {
          value.forEach(
              failure ->
                  warnings.add(
                      failure.path("benchmark").asString("")
                          + ": "
                          + failure.path("reason").asString("")));
        }
      }
    } catch (JsonException e) {
      warnings.add("the facts of the machine cannot be read: " + e.problem());
    }
    return new MeasuredRun(name, results, facts, warnings);
  }
}
