package dev.meshsim.sim.oracle;

import java.util.Set;

/**
 * One invariant of the Mesh. An object of it watches one run, from its begin. It keeps what it
 * needs of the past and looks at each event once, so that its work is bounded by the number of
 * events.
 */
public interface Oracle {

  /** The name, as options and files write it: lower-case words with hyphens. */
  String name();

  /** The invariant, one sentence. */
  String law();

  /** The kinds of events that {@link #on} wants. */
  Set<Class<? extends SimEvent>> events();

  /**
   * Looks at an event that has just happened.
   *
   * @param scene the true history, the event included, and all stores
   * @param verdict receives each violation
   */
  void on(SimEvent event, Scene scene, Verdict verdict);

  /** Receives the violations that an oracle finds. */
  @FunctionalInterface
  interface Verdict {

    /**
     * The invariant does not hold.
     *
     * @param what what was found, one sentence with the names of machines and portals, without
     *     secrets
     */
    void violated(String what);
  }
}
