package dev.meshsim.profile.merge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The merge of two versions that started from one base. It holds all three, and the differences
 * that somebody has to decide. Immutable.
 */
public final class Merge<T> {

  private final Optional<T> base;
  private final T mine;
  private final T theirs;
  private final T withMine;
  private final T withTheirs;
  private final List<Difference<?>> differences;

  private Merge(
      Optional<T> base, T mine, T theirs, T withMine, T withTheirs, List<Difference<?>> open) {
    this.base = Objects.requireNonNull(base);
    this.mine = Objects.requireNonNull(mine);
    this.theirs = Objects.requireNonNull(theirs);
    this.withMine = Objects.requireNonNull(withMine);
    this.withTheirs = Objects.requireNonNull(withTheirs);
    this.differences = List.copyOf(open);
  }

  /** A merge whose value for each choice is put together from the outcomes of its parts. */
  public static <T> Merge<T> of(
      Optional<T> base, T mine, T theirs, Function<Side, T> together, List<Outcome<?>> parts) {
    Stream<Difference<?>> all = parts.stream().flatMap(part -> part.differences().stream());
    return new Merge<>(
        base, mine, theirs, together.apply(Side.MINE), together.apply(Side.THEIRS), all.toList());
  }

  /** A merge of values that are always there. */
  public static <T> Merge<T> of(Optional<T> base, T mine, T theirs, Outcome<T> outcome) {
    return of(base, mine, theirs, side -> outcome.with(side).orElseThrow(), List.of(outcome));
  }

  /** The version that both sides started from; empty if there was none. */
  public Optional<T> base() {
    return base;
  }

  /** The version of this device. */
  public T mine() {
    return mine;
  }

  /** The version of the portal. */
  public T theirs() {
    return theirs;
  }

  /**
   * The differences: parts that could not be merged, in an order that does not depend on the sides.
   */
  public List<Difference<?>> differences() {
    return differences;
  }

  /** True if there are no differences. */
  public boolean isClean() {
    return differences.isEmpty();
  }

  /**
   * The merged value.
   *
   * @throws ConflictException {@code conflict.differs} if there are differences
   */
  public T result() {
    if (!isClean()) {
      throw ConflictException.differs(this);
    }
    return withMine;
  }

  /**
   * The merged value in which each difference is decided for this side. Changes that do not differ
   * are in it, whichever side made them.
   */
  public T with(Side side) {
    return side == Side.MINE ? withMine : withTheirs;
  }

  /** The merge of a value that is made from this one, with all its differences. */
  public <U> Merge<U> map(Function<? super T, ? extends U> made) {
    return new Merge<>(
        base.map(made),
        made.apply(mine),
        made.apply(theirs),
        made.apply(withMine),
        made.apply(withTheirs),
        differences);
  }

  /** The merged value for each choice, as a part of a larger merge. */
  public Outcome<T> outcome() {
    return new Outcome<>(Optional.of(withMine), Optional.of(withTheirs), differences);
  }

  /** The differences, without any value. */
  @Override
  public String toString() {
    return "Merge" + differences;
  }
}
