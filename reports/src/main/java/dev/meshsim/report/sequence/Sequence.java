package dev.meshsim.report.sequence;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sequence diagram, before it is drawn: the parties, and everything that happened among them in
 * order of time, each step before its exchanges and commits.
 *
 * @param lanes the stores, the machines and the portals, from left to right
 * @param start the world's time of the first entry; empty if nothing has one
 */
public record Sequence(List<Lane> lanes, Optional<Instant> start, List<Entry> entries) {

  /** A longer time between two entries is shown as a wait. */
  private static final Duration WAIT = Duration.ofMinutes(1);

  /** Copies the lists. */
  public Sequence {
    lanes = List.copyOf(lanes);
    entries = List.copyOf(entries);
  }

  /** Everything of a case: all its parties, steps, messages, commits and waits. */
  public static Sequence of(List<StepResult> steps, ScenarioTrace trace) {
    Builder builder = new Builder(trace.exchanges(), trace.cast().commits());
    builder.steps(steps);
    List<Lane> lanes = new ArrayList<>();
    if (!trace.cast().commits().isEmpty()) {
      lanes.add(Lane.STORES);
    }
    trace.cast().machines().forEach(name -> lanes.add(Lane.machine(name)));
    builder.messages().map(Entry.Message::from).forEach(lane -> addNew(lanes, lane));
    trace.cast().portals().forEach(name -> lanes.add(Lane.portal(name)));
    builder.messages().map(Entry.Message::to).forEach(lane -> addNew(lanes, lane));
    return builder.sequence(lanes);
  }

  /**
   * Some exchanges of a scenario, for a document: the parties that take part in them, the steps
   * that sent them, and the waits between them. Commits are left out.
   *
   * @param exchanges exchanges of the trace, in its order
   */
  public static Sequence of(ScenarioTrace trace, List<TracedExchange> exchanges) {
    Builder builder = new Builder(exchanges, List.of());
    List<StepResult> steps = new ArrayList<>();
    for (TracedExchange exchange : exchanges) {
      if (steps.isEmpty() || steps.get(steps.size() - 1).number() != exchange.step()) {
        steps.add(stepOf(exchange));
      }
    }
    builder.steps(steps);
    Sequence all = of(List.of(), trace);
    List<Lane> lanes =
        all.lanes().stream()
            .filter(
                lane ->
                    builder
                        .messages()
                        .anyMatch(
                            message -> message.from().equals(lane) || message.to().equals(lane)))
            .toList();
    return builder.sequence(lanes);
  }

  private static StepResult stepOf(TracedExchange exchange) {
    return StepResult.plain(
        new StepInfo(exchange.step(), "", exchange.title(), exchange.machine(), Optional.empty()),
        Verdict.PASSED,
        Optional.of(exchange.time()));
  }

  private static void addNew(List<Lane> lanes, Lane lane) {
    if (!lanes.contains(lane)) {
      lanes.add(lane);
    }
  }

  /** The diagram without its steps. */
  public Sequence withoutSteps() {
    return new Sequence(
        lanes, start, entries.stream().filter(entry -> !(entry instanceof Entry.Step)).toList());
  }

  /** The messages, in order. */
  public Stream<Entry.Message> messages() {
    return messages(entries);
  }

  private static Stream<Entry.Message> messages(List<Entry> entries) {
    return entries.stream().filter(Entry.Message.class::isInstance).map(Entry.Message.class::cast);
  }

  /** The time since the start, {@code +8 days 3 s}. */
  public String since(Instant time) {
    return start.map(first -> "+" + Elapsed.words(Duration.between(first, time))).orElse("");
  }

  /** Takes exchanges and commits, which are in order, until the step that they belong to. */
  private static final class Builder {

    private final Deque<TracedExchange> exchanges;
    private final Deque<StoreCommit> commits;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable Instant last;

    private Builder(List<TracedExchange> exchanges, List<StoreCommit> commits) {
      this.exchanges = new ArrayDeque<>(exchanges);
      this.commits = new ArrayDeque<>(commits);
    }

    private void steps(List<StepResult> steps) {
      for (StepResult step : steps) {
        before(step.number());
        step.time().ifPresent(this::at);
        entries.add(new Entry.Step(step));
      }
      before(Integer.MAX_VALUE);
    }

    private Stream<Entry.Message> messages() {
      return Sequence.messages(entries);
    }

    private Sequence sequence(List<Lane> lanes) {
      return new Sequence(lanes, Optional.ofNullable(start), entries);
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
          entries.add(new Entry.Message(exchanges.remove(), Reply.of(exchange)));
        } else {
          return;
        }
      }
    }

    private void add(StoreCommit commit) {
      int last = entries.size() - 1;
      if (last >= 0
          && entries.get(last) instanceof Entry.Commits before
          && before.machine().equals(commit.machine())) {
        entries.set(
            last,
            new Entry.Commits(
                commit.machine(), before.commits() + 1, before.records() + commit.records()));
      } else {
        entries.add(new Entry.Commits(commit.machine(), 1, commit.records()));
      }
    }

    private void at(Instant time) {
      if (start == null) {
        start = time;
      }
      if (last != null && Duration.between(last, time).compareTo(WAIT) >= 0) {
        entries.add(new Entry.Wait(Duration.between(last, time)));
      }
      last = time;
    }
  }
}
