package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Accusation;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.Samples;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioInfo.Setting;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Made cases, for the tests of the pages. */
final class Cases {

  private Cases() {}

  static ScenarioInfo info(String scenario, String store, String... tags) {
    String name = store.equals("memory") ? scenario : scenario + "@" + store;
    return new ScenarioInfo(
        name,
        scenario,
        Optional.empty(),
        "scenarios/" + scenario + ".yaml",
        OptionalInt.empty(),
        "Shows that " + scenario + " works.",
        List.of(tags),
        new Setting(store, "mesh", "Ed25519", 7));
  }

  static StepResult step(int number, String title, Verdict verdict, @Nullable Instant time) {
    return StepResult.plain(info(number, title), verdict, Optional.ofNullable(time));
  }

  static StepResult failed(int number, String title, String expected, String found) {
    return new StepResult(
        info(number, title),
        Verdict.FAILED,
        Optional.of(at(number)),
        Optional.of("expected " + expected + "; found " + found),
        Optional.of(new StepResult.Difference(expected, found)),
        false);
  }

  private static StepInfo info(int number, String title) {
    return new StepInfo(
        number,
        "scenarios/made.yaml:" + (number + 4) + ":5",
        title,
        Optional.of("phone"),
        number % 2 == 0 ? Optional.of("a reason " + number) : Optional.empty());
  }

  static Instant at(long seconds) {
    return Samples.TIME.plusSeconds(seconds);
  }

  static ScenarioResult result(ScenarioInfo info, Verdict verdict, StepResult... steps) {
    return new ScenarioResult(
        info,
        verdict,
        List.of(steps),
        List.of(),
        Duration.ofMillis(5),
        new RepeatCommand(7, List.of("bin/mesh-sim", "run", info.file(), "--seed", "7")));
  }

  /** A case that passed, in which somebody found evidence. */
  static ScenarioResult accusing(ScenarioInfo info, Accusation... found) {
    ScenarioResult plain = passed(info);
    return new ScenarioResult(
        info, plain.verdict(), plain.steps(), List.of(found), plain.elapsed(), plain.repeat());
  }

  static ScenarioResult passed(ScenarioInfo info) {
    return result(info, Verdict.PASSED, step(1, "validate on phone", Verdict.PASSED, at(1)));
  }

  static ScenarioResult failed(ScenarioInfo info, String found) {
    return result(
        info,
        Verdict.FAILED,
        step(1, "validate on phone", Verdict.PASSED, at(1)),
        failed(2, "connect on phone", "accepted, ok", found),
        step(3, "await on phone", Verdict.UNDECIDED, null));
  }

  /** A message of step 2 that was refused, and met a fault. */
  static TracedExchange refused(int number) {
    TracedExchange plain =
        exchange(
            number,
            "{\"ConnectStart\":{\"AccountID\":\"alice@example.com\"}}",
            "{\"ConnectStartResponse\":{\"Status\":404,\"StatusDescription\":\"none such\"}}");
    return new TracedExchange(
        number,
        new TracedExchange.Origin(
            2, "connect", "connect on phone", Optional.empty(), Optional.of("phone")),
        at(2 + 8 * 86_400),
        "example.com",
        plain.messages(),
        Optional.of("answered late"));
  }

  static TracedExchange exchange(int number, String request, String response) {
    return Samples.exchange(number, "connect", "ConnectStart", "ConnectStart", request, response);
  }

  static ScenarioTrace trace(List<StoreCommit> commits, TracedExchange... exchanges) {
    return new ScenarioTrace(
        "made",
        "Purpose.",
        Samples.SETTING,
        new ScenarioTrace.Cast(
            List.of("desktop", "phone"), List.of("example.com"), Map.of(), commits),
        List.of(exchanges),
        List.of(
            new dev.meshsim.report.Display(
                1, "escrow", Bytes.utf8("{\"share\":\"SHOWN-NOWHERE\"}"))));
  }

  static final String OK =
      "{\"ConnectStartResponse\":{\"Status\":201,\"StatusDescription\":\"done\"}}";

  /** A run of several cases over two stores, with a failure of each kind. */
  static Pages run() {
    Pages pages = new Pages();
    List<ScenarioResult> results = new ArrayList<>();
    for (String store : List.of("memory", "h2")) {
      results.add(passed(info("accounts/made", store, "fast")));
      results.add(failed(info("escrow/quorum", store, "slow"), "rejected"));
      results.add(passed(info("portals/two", store)));
    }
    results.add(
        result(
            info("late", "memory"),
            Verdict.UNDECIDED,
            step(1, "await on phone", Verdict.UNDECIDED, at(1))));
    ScenarioTrace trace =
        trace(
            List.of(new StoreCommit(1, 0, "desktop", 3)),
            exchange(1, "{\"ConnectStart\":{}}", OK),
            refused(2));
    results.forEach(result -> pages.end(result, Optional.of(trace)));
    return pages.finish();
  }
}
