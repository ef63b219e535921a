package dev.meshsim.docs;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.NotedRun;
import dev.meshsim.sim.hostile.HostileBehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The part of {@code docs/threats.md} about logs that witnesses and other portals watch. */
final class WatchedLies {

  /** What was noticed first of a lie, and how long it had lasted. */
  record First(NotedRun.Noticed what, int exchanges, Duration after) {}

  private WatchedLies() {}

  /** The part of the page. */
  static String markdown(List<Case> cases, NotedRun watched) {
    StringBuilder page = new StringBuilder();
    page.append(
        """

        ## With witnesses

        The same scenarios where three witnesses watch that log, of which the machines demand two, and
        where other portals of the scenario fetch its checkpoints every hour: who notices first, how
        many exchanges had reached the portal since the lie began, and how much time had passed.
        Evidence is a file that `mesh-sim log evidence verify` judges. A lie without evidence is refused,
        and the portal can say that it was misunderstood.

        | Lie | Noticed by | after | Failure | Evidence |
        |---|---|---|---|---|
        """);
    List<HostileBehaviour> beyond = new ArrayList<>();
    for (HostileBehaviour lie : HostileBehaviour.values()) {
      firstOf(cases, lie, watched)
          .ifPresentOrElse(first -> row(page, lie, first), () -> beyond.add(lie));
    }
    page.append(
        """

        ## Beyond any log

        What no log shows: whether somebody was answered, and what people agree on.

        | Lie | Who notices it |
        |---|---|
        """);
    beyond.forEach(
        lie ->
            page.append(
                String.format("| %s | %s |\n", lie.label(), lie.notice(Dialect.MESH).label())));
    return page.toString();
  }

  private static void row(StringBuilder page, HostileBehaviour lie, First first) {
    page.append(
        String.format(
            "| %s | %s | %d exchanges, %s | `%s` | %s |\n",
            lie.label(),
            first.what().by(),
            first.exchanges(),
            time(first.after()),
            first.what().code(),
            first.what().evidence().orElse("none")));
  }

  private static String time(Duration time) {
    return time.toHours() > 1
        ? time.toHours() + " h"
        : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  /** The first notice of a lie in the scenarios of dialect mesh that tell it. */
  static Optional<First> firstOf(List<Case> cases, HostileBehaviour lie, NotedRun run) {
    return run.begun().stream()
        .filter(begun -> begun.step().values().text("as").equals(lie.label()))
        .filter(begun -> isOfMesh(cases, begun.step()))
        .flatMap(
            begun ->
                run.noticed().stream()
                    .filter(one -> isOfSameFile(one.step(), begun.step()))
                    .filter(one -> !one.time().isBefore(begun.time()))
                    .limit(1)
                    .map(
                        one ->
                            new First(
                                one,
                                one.exchanges() - begun.exchanges(),
                                Duration.between(begun.time(), one.time()))))
        .min(Comparator.comparing(First::exchanges));
  }

  private static boolean isOfSameFile(Step one, Step other) {
    return one.place().file().equals(other.place().file());
  }

  private static boolean isOfMesh(List<Case> cases, Step step) {
    return cases.stream()
        .map(Case::scenario)
        .anyMatch(
            scenario ->
                scenario.file().equals(step.place().file()) && scenario.dialect() == Dialect.MESH);
  }
}
