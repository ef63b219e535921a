package dev.meshsim.scenario.simulation.explore;

import dev.meshsim.sim.schedule.HandOver;
import dev.meshsim.sim.schedule.Order;
import dev.meshsim.sim.schedule.Turn;
import dev.meshsim.sim.schedule.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An order that makes given choices and then the first one everywhere, and notes where others were
 * possible. A machine goes on until its next request waits to reach a portal, since until then it
 * touches nothing but its own data; the choice is whose request arrives next. Time passes only when
 * no request waits.
 */
final class ExploredOrder implements Order {

  /**
   * A place where another choice was possible.
   *
   * @param before the choices that lead there
   * @param choices the number of possible choices
   */
  record Branch(List<Integer> before, int choices) {}

  private final List<Integer> given;
  private final Function<List<Waiting>, String> state;
  private final Predicate<String> isNew;
  private final List<Integer> made = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private boolean known;

  /**
   * An order for one run.
   *
   * @param given the choices to make first
   * @param state the digest of the present state
   * @param isNew true if no run has come to a state before; it is known from then on
   */
  ExploredOrder(
      List<Integer> given, Function<List<Waiting>, String> state, Predicate<String> isNew) {
    this.given = List.copyOf(given);
    this.state = state;
    this.isNew = isNew;
  }

  @Override
  public Turn next(List<Waiting> waiting, Instant now) {
    for (Waiting each : waiting) {
      if (each.at() != HandOver.REQUEST && each.at() != HandOver.PAUSE) {
        return new Turn(each.actor(), Duration.ZERO);
      }
    }
    List<Waiting> requests = waiting.stream().filter(w -> w.at() == HandOver.REQUEST).toList();
    if (requests.isEmpty()) {
      Waiting first =
          waiting.stream().min(Comparator.comparing(each -> each.remaining(now))).orElseThrow();
      return new Turn(first.actor(), first.remaining(now));
    }
    int choice = requests.size() == 1 ? 0 : choose(requests.size(), waiting);
    return new Turn(requests.get(choice).actor(), Duration.ZERO);
  }

  private int choose(int choices, List<Waiting> waiting) {
    int at = made.size();
    int choice = at < given.size() ? given.get(at) : 0;
    if (at >= given.size() && !known) {
      if (isNew.test(state.apply(waiting))) {
        branches.add(new Branch(List.copyOf(made), choices));
      } else {
        known = true;
      }
    }
    made.add(choice);
    return choice;
  }

  /** The places after the given choices where others were possible, until a known state. */
  List<Branch> branches() {
    return branches;
  }
}
