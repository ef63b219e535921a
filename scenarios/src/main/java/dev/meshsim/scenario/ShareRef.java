package dev.meshsim.scenario;

/**
 * A reference to one share of an escrow made earlier.
 *
 * @param machine the machine on which the escrow was made
 * @param number the share's number, counted from 1
 * @param typo true if its text is to be typed with one wrong character
 */
public record ShareRef(String machine, int number, boolean typo) {

  @Override
  public String toString() {
    return machine + " " + number + (typo ? " with a typo" : "");
  }
}
