package dev.meshsim.share;

import java.util.List;

/**
 * A share that differs in an attribute from another one, by their places among those given.
 *
 * @param place of the odd share, from 1
 * @param found its attribute
 * @param otherPlace of a share to compare it with
 * @param expected that share's attribute
 * @param count how many shares were given
 */
record OddShare(int place, Object found, int otherPlace, Object expected, int count) {

  /** The first share whose attribute is not that of the share at {@code usual}. */
  static OddShare of(List<Object> attributes, int usual) {
    for (int i = 0; i < attributes.size(); i++) {
      if (!attributes.get(i).equals(attributes.get(usual))) {
        return new OddShare(
            i + 1, attributes.get(i), usual + 1, attributes.get(usual), attributes.size());
      }
    }
    throw new IllegalArgumentException("all shares are alike");
  }

  /** For example {@code share 3 of the 4 given has a quorum of 7, but share 1 one of 3}. */
  String told(String attribute) {
    return "share "
        + place
        + " of the "
        + count
        + " given has "
        + attribute
        + found
        + ", but share "
        + otherPlace
        + " has "
        + attribute
        + expected;
  }
}
