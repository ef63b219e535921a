package dev.meshsim.scenario;

/**
 * The numbers of a split secret: any {@code quorum} of {@code shares} recover it. Only the call
 * checks the numbers, so that a scenario can show how it refuses wrong ones.
 */
public record Quorum(int quorum, int shares) {

  @Override
  public String toString() {
    return quorum + " of " + shares;
  }
}
