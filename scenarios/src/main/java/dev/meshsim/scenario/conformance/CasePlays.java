package dev.meshsim.scenario.conformance;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.recording.Unanswered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plays of each case. A case in which a request had no answer is played again: a process of the
 * portal may have ended just then. If no play ever got an answer to the same step, and the portal
 * answers others, the lack of an answer is what the portal says, and the case has failed.
 */
public final class CasePlays implements RunListener {

  /** How often a case is played at most. */
  public static final int MOST = 3;

  private final Map<String, List<Play>> plays = new LinkedHashMap<>();
  private RunTotals first = RunTotals.NONE;
  private Path out = Path.of("");

  private record Play(ScenarioResult result, Path directory) {

    /** The step that is undecided since a request had no answer. */
    Optional<StepResult> unanswered() {
      return result.steps().stream().filter(Unanswered::isReasonOf).findFirst();
    }
  }

  /** A run whose results are in a directory begins. */
  public void begin(Path results) {
    out = results;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioFinished finished) {
      ScenarioResult result = finished.result();
      plays
          .computeIfAbsent(result.name(), name -> new ArrayList<>())
          .add(new Play(result, out.resolve(result.name())));
    }
  }

  /** The first run, of all cases, has ended. */
  public void ended(RunTotals totals) {
    first = totals;
  }

  /** The cases to play again. */
  public Set<String> again() {
    return plays.entrySet().stream()
        .filter(one -> one.getValue().size() < MOST)
        .filter(one -> last(one.getValue()).unanswered().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The portal has answered after the last play. */
  public void answers() {
    plays.replaceAll((name, all) -> isSilent(all) ? failed(all) : all);
  }

  private static boolean isSilent(List<Play> all) {
    return all.size() == MOST
        && all.stream()
                .map(play -> play.unanswered().map(StepResult::number).orElse(0))
                .distinct()
                .count()
            == 1
        && last(all).unanswered().isPresent();
  }

  private static List<Play> failed(List<Play> all) {
    Play play = last(all);
    ScenarioResult result = play.result();
    List<StepResult> steps =
        result.steps().stream()
            .map(step -> Unanswered.isReasonOf(step) ? failed(step) : step)
            .toList();
    return List.of(
        new Play(
            new ScenarioResult(
                result.info(),
                Verdict.FAILED,
                steps,
                result.accusations(),
                result.elapsed(),
                result.repeat()),
            play.directory()));
  }

  private static StepResult failed(StepResult step) {
    return new StepResult(
        step.info(),
        Verdict.FAILED,
        step.time(),
        step.explanation().map(text -> "in each of " + MOST + " plays " + text),
        step.difference(),
        step.internal());
  }

  /** The last result of each case. */
  public List<ScenarioResult> results() {
    return plays.values().stream().map(all -> last(all).result()).toList();
  }

  /** The directory with the exchanges of a result. */
  Path directory(ScenarioResult result) {
    return last(plays.getOrDefault(result.name(), List.of())).directory();
  }

  /** The totals of the last results. */
  public RunTotals totals() {
    RunTotals totals =
        new RunTotals(0, 0, 0, 0, first.rejected(), first.internal(), first.unwritten());
    for (ScenarioResult result : results()) {
      totals = totals.plus(result);
    }
    return totals;
  }

  private static Play last(List<Play> all) {
    return all.get(all.size() - 1);
  }
}
