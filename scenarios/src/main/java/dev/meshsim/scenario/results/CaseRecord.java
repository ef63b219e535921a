package dev.meshsim.scenario.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.meshsim.report.Accusation;
import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The result of a case as a line of {@link CaseLog}: all of {@link ScenarioResult}.
 *
 * @param millis real time, for people
 */
@JsonPropertyOrder({"case", "file", "verdict"})
record CaseRecord(
    @JsonProperty("case") String name,
    @JsonProperty("file") String file,
    @JsonProperty("verdict") String verdict,
    @JsonProperty("millis") long millis,
    @JsonProperty("scenario") String scenario,
    @JsonProperty("row") @Nullable String row,
    @JsonProperty("line") @Nullable Integer line,
    @JsonProperty("purpose") String purpose,
    @JsonProperty("tags") List<String> tags,
    @JsonProperty("setting") Setting setting,
    @JsonProperty("steps") List<Step> steps,
    @JsonProperty("accusations") @Nullable List<Accused> accusations,
    @JsonProperty("repeat") List<String> repeat) {

  /** As {@link ScenarioInfo.Setting}. */
  record Setting(
      @JsonProperty("store") String store,
      @JsonProperty("dialect") String dialect,
      @JsonProperty("suite") String suite,
      @JsonProperty("seed") long seed) {}

  /** As {@link StepResult}. */
  record Step(
      @JsonProperty("number") int number,
      @JsonProperty("place") String place,
      @JsonProperty("step") String title,
      @JsonProperty("machine") @Nullable String machine,
      @JsonProperty("because") @Nullable String because,
      @JsonProperty("verdict") String verdict,
      @JsonProperty("time") @Nullable String time,
      @JsonProperty("why") @Nullable String why,
      @JsonProperty("expected") @Nullable String expected,
      @JsonProperty("found") @Nullable String found,
      @JsonProperty("internal") @Nullable Boolean internal) {

    static Step of(StepResult step) {
      return new Step(
          step.number(),
          step.place(),
          step.title(),
          step.info().machine().orElse(null),
          step.info().because().orElse(null),
          step.verdict().word(),
          step.time().map(Instant::toString).orElse(null),
          step.explanation().orElse(null),
          step.expected().orElse(null),
          step.found().orElse(null),
          step.internal() ? true : null);
    }

    StepResult result() {
      Optional<StepResult.Difference> difference =
          expected == null || found == null
              ? Optional.empty()
              : Optional.of(new StepResult.Difference(expected, found));
      return new StepResult(
          new StepInfo(
              number, place, title, Optional.ofNullable(machine), Optional.ofNullable(because)),
          named(verdict),
          Optional.ofNullable(time).map(Instant::parse),
          Optional.ofNullable(why),
          difference,
          Boolean.TRUE.equals(internal));
    }
  }

  /** As {@link Accusation}. */
  record Accused(
      @JsonProperty("step") int step,
      @JsonProperty("time") String time,
      @JsonProperty("by") String by,
      @JsonProperty("shown") String shown,
      @JsonProperty("evidence") String evidence) {

    static Accused of(Accusation one) {
      return new Accused(one.step(), one.time().toString(), one.by(), one.shown(), one.file());
    }

    Accusation accusation() {
      return new Accusation(step, Instant.parse(time), by, shown, evidence);
    }
  }

  static CaseRecord of(ScenarioResult result) {
    ScenarioInfo info = result.info();
    ScenarioInfo.Setting setting = info.setting();
    return new CaseRecord(
        info.name(),
        info.file(),
        result.verdict().word(),
        result.elapsed().toMillis(),
        info.scenario(),
        info.row().orElse(null),
        info.line().isPresent() ? info.line().getAsInt() : null,
        info.purpose(),
        info.tags(),
        new Setting(setting.store(), setting.dialect(), setting.suite(), setting.seed()),
        result.steps().stream().map(Step::of).toList(),
        result.accusations().isEmpty()
            ? null
            : result.accusations().stream().map(Accused::of).toList(),
        result.repeat().words());
  }

  /**
   * The result again.
   *
   * @throws IllegalArgumentException if a verdict is none
   * @throws java.time.DateTimeException if a time is none
   */
  ScenarioResult result() {
    ScenarioInfo info =
        new ScenarioInfo(
            name,
            scenario,
            Optional.ofNullable(row),
            file,
            line == null ? OptionalInt.empty() : OptionalInt.of(line),
            purpose,
            tags,
            new ScenarioInfo.Setting(
                setting.store(), setting.dialect(), setting.suite(), setting.seed()));
    return new ScenarioResult(
        info,
        named(verdict),
        steps.stream().map(Step::result).toList(),
        accusations == null ? List.of() : accusations.stream().map(Accused::accusation).toList(),
        Duration.ofMillis(millis),
        new RepeatCommand(setting.seed(), repeat));
  }

  private static Verdict named(String word) {
    return Verdict.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
