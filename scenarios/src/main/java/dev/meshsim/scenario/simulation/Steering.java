package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Step;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.GivenOrder;
import dev.meshsim.sim.schedule.Order;

/** Steers the run of a plan: sees what happens, and orders what is done at the same time. */
public interface Steering {

  /** The orders of the plan itself. */
  Steering GIVEN = begin -> new GivenOrder(begin.values().turns("order"));

  /** The order of the steps after {@code begin}, which are done at the same time. */
  Order order(Step begin);

  /** The run begins; the scene shows its stores at any time from now on. */
  default void begin(Scene scene) {}

  /** An event happened. */
  default void saw(SimEvent event) {}
}
