package dev.meshsim.cli.run;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Protection;
import dev.meshsim.scenario.results.CaseLog;
import dev.meshsim.scenario.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The last run into a results directory, as its record of the cases has it. */
record LastRun(CaseLog.Last log) {

  static LastRun in(Path results) {
    return new LastRun(
        CaseLog.last(results)
            .orElseThrow(
                () ->
                    new InputException(
                        Quote.of(results) + " has no results of a run",
                        "name the directory of that run with --out")));
  }

  boolean isAllPassed() {
    return log.again().isEmpty() && log.rejected().isEmpty();
  }

  List<String> arguments() {
    return log.head().path("arguments").valueStream().map(JsonNode::stringValue).toList();
  }

  RunOptions options() {
    JsonNode head = log.head();
    return new RunOptions(
        head.path("seed").longValue(),
        text("dialect").map(Dialect::named),
        text("suite").map(Suite::named),
        text("store").orElse(RunOptions.DEFAULT_STORE),
        text("portal").orElse(RunOptions.DIRECT),
        text("encoding").map(Encoding::named).orElse(Encoding.JSON),
        text("protect").map(Protection::named).orElse(Protection.NONE));
  }

  private Optional<String> text(String key) {
    return log.head().has(key) ? Optional.of(log.head().path(key).stringValue()) : Optional.empty();
  }
}
