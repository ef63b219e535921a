package dev.meshsim.scenario;

/**
 * The numbers of a split secret: any {@code quorum} of {@code shares} recover it. The numbers may
 * be wrong if the step expects so, and a scenario shows how the call refuses them.
 */
public record Quorum(int quorum, int shares) {

  @Override
  public String toString() {
    return quorum + " of " + shares;
  }
}
