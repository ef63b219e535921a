package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.LogName;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.document.DocumentRun.LogLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines of the first portal's logs, each with the step that added it. */
final class LogLines {

  private LogLines() {}

  /** The lines in a directory of results; none if it has no logs. */
  static List<LogLine> of(Path directory, List<StepResult> steps) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    for (LogName log : LogName.values()) {
      Path file = directory.resolve(log.fileName());
      if (Files.exists(file)) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        text.lines()
            .map(line -> new LogLine(step(line, steps), log.name().toLowerCase(Locale.ROOT), line))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  /** The latest step that began before the line was added; 0 if none did. */
  private static int step(String line, List<StepResult> steps) {
    Optional<Instant> added = added(line);
    int number = 0;
    for (StepResult step : steps) {
      if (added.isPresent() && step.time().filter(time -> !time.isAfter(added.get())).isPresent()) {
        number = step.number();
      }
    }
    return number;
  }

  private static Optional<Instant> added(String line) {
    try {
      String text = MeshJson.readTree(Bytes.utf8(line)).path("DataItem").path("Added").asString("");
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (MeshException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
