package dev.meshsim.sim.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The order of a plan: its turns, one after another. After the last of them each actor goes on
 * until its end, the one that may go on first before the others.
 */
public final class GivenOrder implements Order {

  private final Deque<Turn> turns;
  private final List<Turn> impossible = new ArrayList<>();

  /** Begins with the first of the turns. */
  public GivenOrder(List<Turn> turns) {
    this.turns = new ArrayDeque<>(turns);
  }

  @Override
  public Turn next(List<Waiting> waiting, Instant now) {
    while (!turns.isEmpty()) {
      Turn turn = turns.poll();
      Optional<Waiting> there =
          waiting.stream().filter(each -> each.actor().equals(turn.actor())).findFirst();
      if (there.isPresent()) {
        return new Turn(turn.actor(), longer(turn.after(), there.get().remaining(now)));
      }
      impossible.add(turn);
    }
    // The minimum is the first of those that may go on at the same time.
    Waiting first =
        waiting.stream().min(Comparator.comparing(each -> each.remaining(now))).orElseThrow();
    return new Turn(first.actor(), first.remaining(now));
  }

  /**
   * The turns that could not be taken, because their actor had ended, and those that were left when
   * all had ended. A plan that is repeated exactly has none.
   */
  public List<Turn> impossible() {
    List<Turn> all = new ArrayList<>(impossible);
    all.addAll(turns);
    return all;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
