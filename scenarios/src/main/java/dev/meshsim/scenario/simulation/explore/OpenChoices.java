package dev.meshsim.scenario.simulation.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The choices that no run has made yet, and the states that runs have come to. */
final class OpenChoices {

  private final Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
  private final Set<String> known = new HashSet<>();

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** The number of choices that are left. */
  int left() {
    return open.size();
  }

  /** The number of different states. */
  int states() {
    return known.size();
  }

  /** The choices that the next run makes first. */
  List<Integer> take() {
    return open.removeLast();
  }

  /** True if a state is met for the first time. */
  boolean isNew(String state) {
    return known.add(state);
  }

  /** Opens the other choices of a run. */
  void add(ExploredOrder run) {
    for (ExploredOrder.Branch branch : run.branches()) {
      for (int choice = 1; choice < branch.choices(); choice++) {
        List<Integer> next = new ArrayList<>(branch.before());
        next.add(choice);
        open.add(next);
      }
    }
  }
}
