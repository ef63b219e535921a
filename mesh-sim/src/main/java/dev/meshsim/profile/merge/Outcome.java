package dev.meshsim.profile.merge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The merged value of a part, for each way to decide its differences. Both values are equal if
 * there are no differences.
 *
 * @param withMine the value if mine is chosen in each difference; empty if the part is gone
 * @param withTheirs the value if the portal's is chosen in each difference
 * @param differences the differences in this part
 */
public record Outcome<V>(
    Optional<V> withMine, Optional<V> withTheirs, List<Difference<?>> differences) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the values differ without a difference
   */
  public Outcome {
    Objects.requireNonNull(withMine);
    differences = List.copyOf(differences);
    if (differences.isEmpty() && !withMine.equals(withTheirs)) {
      throw new IllegalArgumentException("the values differ, but no difference is named");
    }
  }

  /** A part without differences; empty if it is gone. */
  public static <V> Outcome<V> clean(Optional<V> value) {
    return new Outcome<>(value, value, List.of());
  }

  /** A part that is one difference as a whole. */
  public static <V> Outcome<V> differs(String what, Versions<V> versions) {
    return new Outcome<>(
        versions.mine(), versions.theirs(), List.of(new Difference<>(what, versions)));
  }

  /** The value if one side is chosen in each difference. */
  public Optional<V> with(Side side) {
    return side == Side.MINE ? withMine : withTheirs;
  }

  /** True if there are no differences. */
  public boolean isClean() {
    return differences.isEmpty();
  }

  /** The outcome for a value that is made from this one. */
  public <W> Outcome<W> map(Function<V, W> made) {
    return new Outcome<>(withMine.map(made), withTheirs.map(made), differences);
  }
}
