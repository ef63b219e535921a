package dev.meshsim.share;

import java.util.List;
import java.util.stream.Collectors;

/** These shares, and no others, do not fit the rest; code {@code share.wrong-share}. */
public final class WrongShareException extends ShareException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> indexes;

  WrongShareException(List<Integer> indexes, int agreeing) {
    super(
        "share.wrong-share",
        (indexes.size() == 1 ? "share " : "shares ")
            + indexes.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (indexes.size() == 1 ? " does" : " do")
            + " not fit the other "
            + agreeing
            + ", which agree",
        "leave out or correct what is named here; the others are enough");
    this.indexes = List.copyOf(indexes);
  }

  /** The indexes of the shares that do not fit, 1-based, ascending. */
  public List<Integer> indexes() {
    return indexes;
  }
}
