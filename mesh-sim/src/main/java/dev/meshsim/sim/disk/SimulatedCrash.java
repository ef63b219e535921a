package dev.meshsim.sim.disk;

/**
 * The end of the simulated process. An Error, so that no store takes it for a failure of a file.
 */
public final class SimulatedCrash extends Error {

  private static final long serialVersionUID = 1L;

  /**
   * A crash before an operation.
   *
   * @param operation what the process did not come to: {@code force a file}, for example
   */
  public SimulatedCrash(String operation) {
    super("the process ended before it could " + operation);
  }
}
