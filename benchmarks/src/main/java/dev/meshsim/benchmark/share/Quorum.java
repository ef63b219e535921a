package dev.meshsim.benchmark.share;

/**
 * A quorum of shares, written {@code 3of5} as a parameter.
 *
 * @param needed the shares that recover the secret
 * @param shares all shares
 */
record Quorum(int needed, int shares) {

  static Quorum parse(String text) {
    String[] parts = text.split("of", -1);
    return new Quorum(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
