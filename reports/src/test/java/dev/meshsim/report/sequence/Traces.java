package dev.meshsim.report.sequence;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Samples;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made scenarios with everything that a sequence diagram shows. */
final class Traces {

  private Traces() {}

  /** A scenario with a wait, commits, a fault, a refusal and a step that was never run. */
  static ScenarioTrace trace() {
    return trace(
        List.of("desktop", "phone"),
        List.of(new StoreCommit(1, 0, "desktop", 3), new StoreCommit(2, 2, "phone", 1)),
        List.of(
            exchange(1, 1, 0, "desktop", "Create", "201", Optional.empty()),
            exchange(2, 2, 4, "phone", "ConnectStart", "404", Optional.of("answered late")),
            exchange(3, 2, 700_000, "phone", "ConnectStart", "201", Optional.empty())));
  }

  static Sequence everything() {
    return Sequence.of(
        List.of(
            step(1, "create on desktop", Verdict.PASSED, 0),
            step(2, "connect on phone", Verdict.FAILED, 3),
            step(3, "await on phone", Verdict.UNDECIDED, -1)),
        trace());
  }

  /** The messages of the phone. */
  static Sequence some() {
    ScenarioTrace trace = trace();
    return Sequence.of(
        trace,
        trace.exchanges().stream()
            .filter(exchange -> exchange.machine().equals(Optional.of("phone")))
            .toList());
  }

  /** A message of each of many machines. */
  static Sequence wide(int machines, String name) {
    List<String> names = new ArrayList<>();
    List<TracedExchange> exchanges = new ArrayList<>();
    for (int i = 1; i <= machines; i++) {
      names.add(name + i);
      exchanges.add(exchange(i, i, i, name + i, "ConnectStatus", "201", Optional.empty()));
    }
    ScenarioTrace trace = trace(names, List.of(), exchanges);
    return Sequence.of(trace, trace.exchanges());
  }

  /** A request of the last of some machines that is refused with a reason. */
  static Sequence refused(int machines) {
    List<TracedExchange> exchanges = new ArrayList<>();
    for (int i = 1; i <= machines; i++) {
      String status = i == machines ? "404,\"StatusReason\":\"unknown-account\"" : "201";
      exchanges.add(exchange(i, i, i, "machine" + i, "Get", status, Optional.empty()));
    }
    ScenarioTrace trace = trace(List.of(), List.of(), exchanges);
    return Sequence.of(trace, trace.exchanges()).withoutSteps();
  }

  private static ScenarioTrace trace(
      List<String> machines, List<StoreCommit> commits, List<TracedExchange> exchanges) {
    return new ScenarioTrace(
        "made",
        "Purpose.",
        Samples.SETTING,
        new ScenarioTrace.Cast(machines, List.of("example.com"), Map.of(), commits),
        exchanges,
        List.of());
  }

  private static StepResult step(int number, String title, Verdict verdict, long seconds) {
    return StepResult.plain(
        new StepInfo(number, "made.yaml:1:1", title, Optional.empty(), Optional.empty()),
        verdict,
        seconds < 0 ? Optional.empty() : Optional.of(Samples.TIME.plusSeconds(seconds)));
  }

  private static TracedExchange exchange(
      int number,
      int step,
      long seconds,
      String machine,
      String transaction,
      String status,
      Optional<String> fault) {
    return new TracedExchange(
        number,
        new TracedExchange.Origin(
            step,
            "call",
            "step " + step + " on " + machine,
            Optional.empty(),
            Optional.of(machine)),
        Samples.TIME.plusSeconds(seconds),
        "example.com",
        new TracedExchange.Messages(
            transaction,
            transaction + "Request",
            transaction + "Response",
            Bytes.utf8("{\"" + transaction + "\":{}}"),
            Bytes.utf8("{\"" + transaction + "Response\":{\"Status\":" + status + "}}"),
            Optional.empty()),
        fault);
  }
}
