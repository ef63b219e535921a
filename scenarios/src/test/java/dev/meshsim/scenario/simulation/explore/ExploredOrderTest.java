package dev.meshsim.scenario.simulation.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.sim.schedule.HandOver;
import dev.meshsim.sim.schedule.Turn;
import dev.meshsim.sim.schedule.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The search, over machines that do nothing but send requests. */
class ExploredOrderTest {

  private static final Instant NOW = Instant.EPOCH;

  private final Set<String> orders = new HashSet<>();
  private int runs;
  private int states;

  /**
   * Explores machines {@code a}, {@code b}, ... with so many requests each.
   *
   * @param state the state of a run, from the requests so far
   */
  private void explore(Function<String, String> state, int... requests) {
    OpenChoices open = new OpenChoices();
    while (!open.isEmpty()) {
      runs++;
      StringBuilder sent = new StringBuilder();
      ExploredOrder order =
          new ExploredOrder(open.take(), waiting -> state.apply(sent.toString()), open::isNew);
      Map<String, Integer> left = new TreeMap<>();
      for (int i = 0; i < requests.length; i++) {
        left.put((char) ('a' + i) + "", requests[i]);
      }
      while (left.values().stream().anyMatch(count -> count > 0)) {
        List<Waiting> waiting = new ArrayList<>();
        left.forEach(
            (name, count) -> {
              if (count > 0) {
                waiting.add(new Waiting(name, HandOver.REQUEST, NOW));
              }
            });
        String name = order.next(waiting, NOW).actor();
        sent.append(name);
        left.merge(name, -1, Integer::sum);
      }
      orders.add(sent.toString());
      open.add(order);
    }
    states = open.states();
  }

  @Test
  void everyOrderIsRunOnceIfNoTwoStatesAreEqual() {
    explore(sent -> sent, 3, 3);
    assertEquals(20, orders.size());
    assertEquals(20, runs);
  }

  @Test
  void threeMachinesHaveAllTheirOrders() {
    explore(sent -> sent, 2, 2, 2);
    assertEquals(90, orders.size());
    assertEquals(90, runs);
  }

  /** The state is how many requests each has sent: a grid, each place of which is met once. */
  @Test
  void equalStatesAreFollowedOnce() {
    explore(sent -> sent.chars().filter(c -> c == 'a').count() + " " + sent.length(), 4, 4);
    assertEquals(16, states);
    assertEquals(17, runs);
    assertTrue(orders.size() <= runs);
  }

  @Test
  void whatIsNoRequestGoesOnAtOnceAndTimePassesLast() {
    ExploredOrder order = new ExploredOrder(List.of(), waiting -> "", state -> true);
    Waiting paused = new Waiting("a", HandOver.PAUSE, NOW.plusSeconds(9));
    Waiting request = new Waiting("b", HandOver.REQUEST, NOW);
    Waiting commit = new Waiting("c", HandOver.COMMIT, NOW);
    assertEquals(new Turn("c", Duration.ZERO), order.next(List.of(paused, request, commit), NOW));
    assertEquals(new Turn("b", Duration.ZERO), order.next(List.of(paused, request), NOW));
    assertEquals(new Turn("a", Duration.ofSeconds(9)), order.next(List.of(paused), NOW));
    assertEquals(List.of(), order.branches());
  }
}
