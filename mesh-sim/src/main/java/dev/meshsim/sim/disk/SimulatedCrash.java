package dev.meshsim.sim.disk;

/**
 * The end of the simulated process. An Error, so that no store takes it for a failure of a file.
 */
public final class SimulatedCrash extends Error {

  private static final long serialVersionUID = 1L;

  SimulatedCrash(String operation) {
    super("the process ended before it could " + operation);
  }
}
