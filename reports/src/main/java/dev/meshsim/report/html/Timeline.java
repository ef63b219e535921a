package dev.meshsim.report.html;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a case, in order of time: each step, then its exchanges and commits.
 *
 * @param start the world's time of the first entry; empty if nothing has one
 */
record Timeline(Optional<Instant> start, List<Entry> entries) {

  /** A longer time between two entries is shown as a wait. */
  private static final Duration WAIT = Duration.ofMinutes(1);

  /** Something on the timeline. */
  sealed interface Entry {}

  /** The world's time moved on. */
  record Wait(Duration duration) implements Entry {}

  /** A step begins, or was never run. */
  record Step(StepResult result) implements Entry {}

  /** A request and its answer. */
  record Message(TracedExchange exchange, Reply reply) implements Entry {}

  /**
   * Commits of one machine's store, with no exchange between them.
   *
   * @param commits how many
   * @param records how many records they changed
   */
  record Commits(String machine, int commits, int records) implements Entry {}

  /** The timeline of a case. */
  static Timeline of(List<StepResult> steps, ScenarioTrace trace) {
    Builder builder = new Builder(trace);
    for (StepResult step : steps) {
      builder.before(step.number());
      builder.step(step);
    }
    builder.before(Integer.MAX_VALUE);
    return new Timeline(Optional.ofNullable(builder.start), List.copyOf(builder.entries));
  }

  /** Takes exchanges and commits, which are in order, until the step that they belong to. */
  private static final class Builder {

    private final Deque<TracedExchange> exchanges;
    private final Deque<StoreCommit> commits;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable Instant last;

    private Builder(ScenarioTrace trace) {
      this.exchanges = new ArrayDeque<>(trace.exchanges());
      this.commits = new ArrayDeque<>(trace.cast().commits());
    }

    private void step(StepResult step) {
      step.time().ifPresent(this::at);
      entries.add(new Step(step));
    }

    /** Adds all exchanges and commits of the steps before this one. */
    private void before(int step) {
      while (true) {
        TracedExchange exchange = exchanges.peek();
        StoreCommit commit = commits.peek();
        boolean sends = exchange != null && exchange.step() < step;
        boolean stores = commit != null && commit.step() < step;
        if (stores && (!sends || commit.after() < exchange.number())) {
          add(commits.remove());
        } else if (sends) {
          at(exchange.time());
          entries.add(new Message(exchanges.remove(), Reply.of(exchange)));
        } else {
          return;
        }
      }
    }

    private void add(StoreCommit commit) {
      int last = entries.size() - 1;
      if (last >= 0
          && entries.get(last) instanceof Commits before
          && before.machine().equals(commit.machine())) {
        entries.set(
            last,
            new Commits(
                commit.machine(), before.commits() + 1, before.records() + commit.records()));
      } else {
        entries.add(new Commits(commit.machine(), 1, commit.records()));
      }
    }

    private void at(Instant time) {
      if (start == null) {
        start = time;
      }
      if (last != null && Duration.between(last, time).compareTo(WAIT) >= 0) {
        entries.add(new Wait(Duration.between(last, time)));
      }
      last = time;
    }
  }

  /** The time since the start, {@code +8 days 3 s}. */
  String since(Instant time) {
    return start.map(first -> "+" + Strings.duration(Duration.between(first, time))).orElse("");
  }
}
