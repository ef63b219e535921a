package dev.meshsim.scenario.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.listener.IdentityReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as its results directory has it.
 *
 * @param root the directory
 * @param identity everything that the run depended on
 * @param head the arguments and options of the run
 * @param shard the part of the suite, {@code I/N}; empty if it was the whole suite
 * @param whole the names of all cases and rejected files of the whole suite; empty for a run that
 *     was one
 * @param planned the names in the reports of the cases that were to be run
 * @param results those that have ended
 * @param rejected the files that are no scenarios
 * @param finished true if all that was planned has ended
 */
record RecordedRun(
    Path root,
    RunIdentity identity,
    ObjectNode head,
    String shard,
    List<String> whole,
    List<String> planned,
    List<ScenarioResult> results,
    List<RunEvent.ScenarioRejected> rejected,
    boolean finished) {

  /** The content of {@code run.json}. */
  private record Identity(
      @JsonProperty("seed") long seed,
      @JsonProperty("commit") String commit,
      @JsonProperty("options") List<String> options,
      @JsonProperty("leftOut") @Nullable Map<String, String> leftOut,
      @JsonProperty("jdk") String jdk,
      @JsonProperty("providers") Map<String, String> providers,
      @JsonProperty("scenarios") Map<String, String> scenarios) {

    RunIdentity identity() {
      return new RunIdentity(
          seed, commit, scenarios, options, leftOut == null ? Map.of() : leftOut, jdk, providers);
    }
  }

  /**
   * Reads the results of a run.
   *
   * @throws ResultsException {@code results.no-part} if the directory has none, {@code
   *     results.damaged} if they cannot be understood
   */
  static RecordedRun read(Path root) {
    Path identity = root.resolve(IdentityReport.FILE);
    Path log = root.resolve(CaseLog.FILE);
    if (!Files.isRegularFile(identity) || !Files.isRegularFile(log)) {
      throw ResultsException.noPart(root, "has no results of a run");
    }
    try {
      return read(root, MeshJson.read(octets(identity), Identity.class).identity(), log);
    } catch (JsonException e) {
      throw ResultsException.damaged(identity, e.problem());
    }
  }

  private static Bytes octets(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw ResultsException.unreadable(file, e);
    }
  }

  private static RecordedRun read(Path root, RunIdentity identity, Path log) {
    List<String> lines = new String(octets(log).toArray(), StandardCharsets.UTF_8).lines().toList();
    List<String> planned = new ArrayList<>();
    List<ScenarioResult> results = new ArrayList<>();
    List<RunEvent.ScenarioRejected> rejected = new ArrayList<>();
    boolean finished = false;
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    for (int at = 0; at < lines.size(); at++) {
      try {
        Bytes text = Bytes.utf8(lines.get(at));
        JsonNode line = MeshJson.readTree(text);
        if (at == 0 && line instanceof ObjectNode first) {
          head = first;
        } else if (line.has("planned")) {
          planned.add(line.path("planned").stringValue(""));
        } else if (line.has("rejected")) {
          rejected.add(
              new RunEvent.ScenarioRejected(
                  line.path("rejected").stringValue(""), texts(line.path("problems"))));
        } else if (line.has("case")) {
          results.add(MeshJson.read(text, CaseRecord.class).result());
        } else {
          finished = line.path("finished").booleanValue(false);
        }
      } catch (JsonException e) {
        throw ResultsException.damaged(log, "line " + (at + 1) + ": " + e.problem());
      } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
        // A member that is missing is null in the record.
        throw ResultsException.damaged(log, "line " + (at + 1) + " is no result of a case");
      }
    }
    String shard = head.path(CaseLog.SHARD).stringValue("");
    if (!shard.isEmpty() && !shard.matches("[0-9]{1,6}/[0-9]{1,6}")) {
      throw ResultsException.damaged(log, "line 1 names no part I/N of a suite");
    }
    List<String> whole = texts(head.path(CaseLog.WHOLE));
    return new RecordedRun(
        root, identity, head, shard, whole, planned, results, rejected, finished);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(text -> text.stringValue("")).toList();
  }
}
