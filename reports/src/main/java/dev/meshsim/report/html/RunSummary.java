package dev.meshsim.report.html;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects from the events what the index shows. */
final class RunSummary implements RunListener {

  /** Verdicts in the order in which a reader wants them. */
  static final List<Verdict> ORDER =
      List.of(Verdict.FAILED, Verdict.UNDECIDED, Verdict.PASSED, Verdict.NOT_APPLICABLE);

  private final List<CaseSummary> cases = new ArrayList<>();
  private final List<RunEvent.ScenarioRejected> rejected = new ArrayList<>();
  private Optional<RunIdentity> identity = Optional.empty();
  private Optional<RunEvent.RunStopped> stopped = Optional.empty();

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      identity = Optional.of(started.identity());
    } else if (event instanceof RunEvent.ScenarioFinished finished) {
      cases.add(CaseSummary.of(finished.result()));
    } else if (event instanceof RunEvent.ScenarioRejected one) {
      rejected.add(one);
    } else if (event instanceof RunEvent.RunStopped one) {
      stopped = Optional.of(one);
    } else if (event instanceof RunEvent.RunFinished finished) {
      identity = Optional.of(finished.identity());
    }
  }

  /** The cases that have ended, in the order of the run. */
  List<CaseSummary> cases() {
    return cases;
  }

  /** The cases with a verdict, in the order of the run. */
  List<CaseSummary> cases(Verdict verdict) {
    return cases.stream().filter(one -> one.verdict() == verdict).toList();
  }

  /** The files that are no scenarios. */
  List<RunEvent.ScenarioRejected> rejected() {
    return rejected;
  }

  /** The identity of the run. */
  Optional<RunIdentity> identity() {
    return identity;
  }

  /** The reason why the run ended early, if it did. */
  Optional<RunEvent.RunStopped> stopped() {
    return stopped;
  }

  /** The names of the stores, in the order in which they are met. */
  List<String> stores() {
    return cases.stream().map(CaseSummary::store).distinct().toList();
  }

  /** The tags, sorted. */
  List<String> tags() {
    return cases.stream().flatMap(one -> one.info().tags().stream()).distinct().sorted().toList();
  }

  /** The cases of each scenario, by its name; scenarios with failures first. */
  Map<String, List<CaseSummary>> scenarios() {
    Map<String, List<CaseSummary>> met = new LinkedHashMap<>();
    cases.forEach(
        one -> met.computeIfAbsent(one.info().scenario(), s -> new ArrayList<>()).add(one));
    Map<String, List<CaseSummary>> sorted = new LinkedHashMap<>();
    met.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> rank(entry.getValue())))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static int rank(List<CaseSummary> cases) {
    return cases.stream().mapToInt(one -> ORDER.indexOf(one.verdict())).min().orElse(0);
  }

  /** The gravest verdict of a scenario's cases. */
  static Verdict gravest(List<CaseSummary> cases) {
    return ORDER.get(rank(cases));
  }
}
