package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The cases of a run and their verdicts, a JSON object a line, written as they end, so that a run
 * that was stopped or killed tells what it did: first the arguments and options, then a line with
 * {@code planned} for each case, a line with {@code verdict} for each that has ended, with all that
 * is known of it, and {@code finished} if all have.
 */
public final class CaseLog implements RunListener {

  /** The file's name in the results directory. */
  public static final String FILE = "cases.jsonl";

  /** The member of the first line that names the part of a suite, {@code I/N}. */
  public static final String SHARD = "shard";

  /** The member of the first line that names all cases and rejected files of the whole suite. */
  public static final String WHOLE = "whole";

  /** Begins the name of a file that is no scenario among those of the suite; no case has such. */
  public static final String REJECTED = "rejected: ";

  private final Path file;
  private boolean stopped;

  private CaseLog(Path file) {
    this.file = file;
  }

  /**
   * Begins the log of a run.
   *
   * @param head the arguments and options of the run, as an object of JSON or a map
   * @param labels the cases that are planned, by their names in the reports
   */
  public static CaseLog begin(Path root, Object head, List<String> labels) {
    StringBuilder text = new StringBuilder(line(head));
    labels.forEach(label -> text.append(line(Map.of("planned", label))));
    CaseLog log = new CaseLog(root.resolve(FILE));
    ResultsDirectory.write(log.file, Bytes.utf8(text.toString()));
    return log;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioFinished finished) {
      append(CaseRecord.of(finished.result()));
    } else if (event instanceof RunEvent.ScenarioRejected rejected) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("rejected", rejected.file());
      object.put("problems", rejected.problems());
      append(object);
    } else if (event instanceof RunEvent.RunStopped) {
      stopped = true;
    } else if (event instanceof RunEvent.RunFinished) {
      append(Map.of("finished", !stopped));
    }
  }

  private void append(Object object) {
    try {
      Files.writeString(file, line(object), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw ResultsException.io(file, e);
    }
  }

  private static String line(Object object) {
    return MeshJson.toTree(object) + "\n";
  }

  /**
   * The last run, and the part of it that is to be run again.
   *
   * @param head its arguments and options
   * @param again the cases that did not pass or did not run, by their names in the reports
   * @param rejected the files that were no scenarios
   */
  public record Last(JsonNode head, Set<String> again, Set<String> rejected) {}

  /** Reads the log of the last run; empty if there is none. A line that was cut off is ignored. */
  public static Optional<Last> last(Path root) {
    List<String> lines;
    try {
      if (!Files.isRegularFile(root.resolve(FILE))) {
        return Optional.empty();
      }
      lines = Files.readAllLines(root.resolve(FILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ResultsException.io(root.resolve(FILE), e);
    }
    Set<String> again = new LinkedHashSet<>();
    Set<String> rejected = new LinkedHashSet<>();
    for (String line : lines) {
      if (!line.endsWith("}")) {
        continue;
      }
      JsonNode object = MeshJson.readTree(Bytes.utf8(line));
      if (object.has("planned")) {
        again.add(object.path("planned").stringValue());
      } else if (object.has("rejected")) {
        rejected.add(object.path("rejected").stringValue());
      } else if (object.has("verdict") && isDone(object.path("verdict").stringValue())) {
        again.remove(object.path("case").stringValue());
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Last(MeshJson.readTree(Bytes.utf8(lines.get(0))), again, rejected));
  }

  private static boolean isDone(String verdict) {
    return verdict.equals(Verdict.PASSED.word()) || verdict.equals(Verdict.NOT_APPLICABLE.word());
  }
}
