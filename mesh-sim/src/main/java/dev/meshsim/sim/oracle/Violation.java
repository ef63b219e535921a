package dev.meshsim.sim.oracle;

/**
 * An oracle's no.
 *
 * @param oracle the oracle's name
 * @param event the number of the event at which it was found, counted from 1
 * @param what what was found, one sentence
 */
public record Violation(String oracle, long event, String what) {

  @Override
  public String toString() {
    return oracle + ": " + what + " (event " + event + ")";
  }
}
