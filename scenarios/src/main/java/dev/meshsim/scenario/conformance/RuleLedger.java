package dev.meshsim.scenario.conformance;

import dev.meshsim.error.Quote;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verdict on each rule of a portal, from the results of the cases that show it. */
public final class RuleLedger {

  /** The verdict on a rule. */
  public enum State {
    /** Every case that shows it and can be played passed. */
    KEPT,
    /** A case that shows it failed. */
    BROKEN,
    /** No case that shows it could be played, or one has no verdict. */
    NOT_TRIED;

    /** The verdict in words. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A row of the report.
   *
   * @param cases the number of cases that were played to their end
   * @param why the failed step with the exchange's outcome, or why none was played; empty if kept
   * @param directory the results of the case that shows it; empty if kept
   */
  public record Row(Rule rule, State state, int cases, String why, Optional<Path> directory) {}

  private final OwnCases cases;
  private final CasePlays plays;
  private final List<ScenarioResult> results;

  /** A ledger of cases that were played. */
  public RuleLedger(OwnCases cases, CasePlays plays) {
    this.cases = cases;
    this.plays = plays;
    this.results = plays.results();
  }

  /** A row for each rule of a portal, in the order of the rules. */
  public List<Row> rows() {
    return Outside.rules().stream().map(this::row).toList();
  }

  private Row row(Rule rule) {
    List<ScenarioResult> shown =
        results.stream().filter(each -> each.info().tags().contains(rule.tag())).toList();
    Optional<ScenarioResult> failed = first(shown, Verdict.FAILED);
    int passed = count(shown, Verdict.PASSED);
    int played = passed + count(shown, Verdict.FAILED);
    if (failed.isPresent()) {
      ScenarioResult one = failed.get();
      return new Row(rule, State.BROKEN, played, explained(one), Optional.of(plays.directory(one)));
    }
    Optional<ScenarioResult> undecided = first(shown, Verdict.UNDECIDED);
    if (passed > 0 && undecided.isEmpty()) {
      return new Row(rule, State.KEPT, played, "", Optional.empty());
    }
    String why =
        undecided
            .map(RuleLedger::explained)
            .orElseGet(
                () ->
                    shown.stream()
                        .map(ScenarioResult::reason)
                        .findFirst()
                        .orElseGet(() -> absent(rule)));
    return new Row(rule, State.NOT_TRIED, played, why, undecided.map(plays::directory));
  }

  private String absent(Rule rule) {
    return cases
        .leftOut(rule)
        .map(
            file ->
                Quote.of(file)
                    + " shows it, and names accounts in its rows and in its steps, which cannot be"
                    + " renamed alike")
        .orElse("no case of the suite shows it");
  }

  private static Optional<ScenarioResult> first(List<ScenarioResult> all, Verdict verdict) {
    return all.stream().filter(each -> each.verdict() == verdict).findFirst();
  }

  private static int count(List<ScenarioResult> all, Verdict verdict) {
    return (int) all.stream().filter(each -> each.verdict() == verdict).count();
  }

  private static String explained(ScenarioResult result) {
    return result.explained().stream()
        .findFirst()
        .map(step -> "step " + step.number() + ", " + step.title() + ": " + said(step))
        .orElse("it did not end");
  }

  private static String said(StepResult step) {
    return step.explanation().orElse("");
  }
}
