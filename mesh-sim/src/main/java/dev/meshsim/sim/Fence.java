package dev.meshsim.sim;

import dev.meshsim.sim.schedule.ActorStopped;

/**
 * The end of one program of a machine. Once it is closed, the program's connections and stores
 * refuse everything, so that its code has no effect while it unwinds.
 */
public final class Fence {

  private final String machine;
  private boolean closed;

  /** An open fence for a program of this machine. */
  public Fence(String machine) {
    this.machine = machine;
  }

  /** True if the program was stopped. */
  public boolean isClosed() {
    return closed;
  }

  /** Stops the program. */
  ActorStopped close() {
    closed = true;
    return new ActorStopped(machine);
  }

  /**
   * Goes on if the program has not been stopped.
   *
   * @throws ActorStopped if it has
   */
  void pass() {
    if (closed) {
      throw new ActorStopped(machine);
    }
  }
}
