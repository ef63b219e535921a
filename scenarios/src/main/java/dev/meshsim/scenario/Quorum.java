package dev.meshsim.scenario;

/**
 * How a secret is split: any {@code quorum} of {@code shares} recover it. Whether the numbers make
 * sense is for the call to say, so that a scenario can show the refusal.
 */
public record Quorum(int quorum, int shares) {

  @Override
  public String toString() {
    return quorum + " of " + shares;
  }
}
