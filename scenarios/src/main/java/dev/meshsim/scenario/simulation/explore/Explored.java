package dev.meshsim.scenario.simulation.explore;

import dev.meshsim.scenario.simulation.SimulationResult;
import java.util.List;
import java.util.Locale;

/**
 * The result of exploring one scenario with one fault, or with none.
 *
 * @param name the scenario's name, with the fault and its machine if there is one
 * @param runs the number of runs
 * @param states the number of different states in which there was a choice
 * @param happened true if there is no fault, or it happened in some run
 * @param left the number of choices that were not tried, because the budget was used up; 0 if the
 *     world was explored whole
 * @param found the run in which an oracle spoke first; empty if none did
 */
public record Explored(
    String name, int runs, int states, boolean happened, int left, List<SimulationResult> found) {

  /** Copies the list. */
  public Explored {
    found = List.copyOf(found);
  }

  /** The result in one line. */
  public String line() {
    if (!happened) {
      return name + ": the fault never happens";
    }
    return String.format(
        Locale.ROOT,
        "%s: %s, %s, %s",
        name,
        counted(runs, "run"),
        counted(states, "state"),
        left == 0 ? "all orders" : counted(left, "choice") + " not tried");
  }

  /** A number and a thing, {@code 2 runs}. */
  public static String counted(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
