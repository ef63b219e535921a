package dev.meshsim.report;

import dev.meshsim.report.ReportFile.Scope;
import java.util.List;

/**
 * The messages of each scenario: {@code trace.jsonl} with a line for each exchange, and in {@code
 * messages/} the exact octets of each message.
 */
public final class TraceReport implements Report {

  private static final String TRACE = "trace.jsonl";
  private static final String MESSAGES = "messages";

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public List<ReportFile> files() {
    return List.of(
        ReportFile.of(Scope.SCENARIO, TRACE, "every request and response, an exchange a line"),
        ReportFile.in(
            Scope.SCENARIO, MESSAGES, TraceFiles.NAME, "the exact octets of each message"));
  }

  @Override
  public RunListener listener(ReportTarget target) {
    return event -> {
      if (event instanceof RunEvent.ScenarioTraced traced) {
        String scenario = traced.scenario();
        List<TracedExchange> exchanges = traced.trace().exchanges();
        target.writeScenarioFile(scenario, TRACE, TraceFiles.trace(exchanges));
        TraceFiles.messages(exchanges)
            .forEach(
                (name, octets) ->
                    target.writeScenarioFile(scenario, MESSAGES + "/" + name, octets));
      }
    };
  }
}
