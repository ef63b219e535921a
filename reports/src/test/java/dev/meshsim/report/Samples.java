package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.ScenarioInfo.Setting;
import dev.meshsim.report.ScenarioTrace.Cast;
import dev.meshsim.report.TracedExchange.Messages;
import dev.meshsim.report.TracedExchange.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Events of a run, for the tests of the reports. */
public final class Samples {

  /** The world's time of every sample. */
  public static final Instant TIME = Instant.parse("2019-04-04T13:05:09Z");

  /** The setting of every sample. */
  public static final Setting SETTING = new Setting("memory", "mesh", "Ed25519", 7);

  private Samples() {}

  /** A case of one name over memory. */
  public static ScenarioInfo info(String name, String file, String purpose) {
    return new ScenarioInfo(
        name, name, Optional.empty(), file, OptionalInt.empty(), purpose, List.of("slow"), SETTING);
  }

  /** A step on the machine {@code desktop}. */
  public static StepResult step(
      int number,
      String place,
      String title,
      Verdict verdict,
      @Nullable String why,
      boolean internal) {
    return new StepResult(
        new StepInfo(number, place, title, Optional.of("desktop"), Optional.empty()),
        verdict,
        Optional.of(TIME),
        Optional.ofNullable(why),
        Optional.empty(),
        internal);
  }

  /** An exchange of the machine {@code phone} with {@code example.com}. */
  public static TracedExchange exchange(
      int number, String call, String transaction, String tag, String request, String response) {
    return new TracedExchange(
        number,
        new Origin(number, call, call + " on phone", Optional.empty(), Optional.of("phone")),
        TIME,
        "example.com",
        new Messages(
            transaction,
            tag + "Request",
            tag + "Response",
            Bytes.utf8(request),
            Bytes.utf8(response),
            Optional.empty()),
        Optional.empty());
  }

  /** A trace of these exchanges, with one machine and one portal. */
  public static ScenarioTrace trace(TracedExchange... exchanges) {
    return new ScenarioTrace(
        "test",
        "Purpose.",
        SETTING,
        new Cast(List.of("phone"), List.of("example.com"), Map.of(), List.of()),
        List.of(exchanges),
        List.of());
  }
}
