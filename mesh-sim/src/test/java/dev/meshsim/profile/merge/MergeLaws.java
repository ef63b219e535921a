package dev.meshsim.profile.merge;

import java.util.List;

/** The laws of every merge, as predicates. */
final class MergeLaws {

  private MergeLaws() {}

  /** Merges three versions: base, mine and theirs. */
  @FunctionalInterface
  interface Merger<T> {
    Merge<T> merge(T base, T mine, T theirs);
  }

  /** With the sides exchanged, the values are equal and the differences are the exchanged ones. */
  static <T> boolean commutes(Merger<T> merger, T base, T mine, T theirs) {
    Merge<T> one = merger.merge(base, mine, theirs);
    Merge<T> other = merger.merge(base, theirs, mine);
    return one.with(Side.MINE).equals(other.with(Side.THEIRS))
        && one.with(Side.THEIRS).equals(other.with(Side.MINE))
        && exchanged(one.differences()).equals(other.differences());
  }

  private static List<Difference<?>> exchanged(List<Difference<?>> differences) {
    return differences.stream().<Difference<?>>map(MergeLaws::exchanged).toList();
  }

  private static <V> Difference<V> exchanged(Difference<V> difference) {
    return new Difference<>(
        difference.what(),
        new Versions<>(difference.base(), difference.theirs(), difference.mine()));
  }

  /** A version merged with itself, or with a side that changed nothing, is that version. */
  static <T> boolean idempotent(Merger<T> merger, T base, T changed) {
    return merger.merge(changed, changed, changed).result().equals(changed)
        && merger.merge(base, changed, changed).result().equals(changed)
        && merger.merge(base, base, changed).result().equals(changed)
        && merger.merge(base, changed, base).result().equals(changed);
  }

  /** A merge that is merged again with a version that is in it stays as it is, on either side. */
  static <T> boolean twiceIsOnce(Merger<T> merger, T base, T mine, T theirs) {
    T merged = merger.merge(base, mine, theirs).with(Side.MINE);
    return merger.merge(theirs, merged, theirs).result().equals(merged)
        && merger.merge(theirs, theirs, merged).result().equals(merged)
        && merger.merge(mine, merged, mine).result().equals(merged);
  }

  /** Without differences there is one value; with some, the result is refused with them. */
  static <T> boolean cleanOrRefused(Merge<T> merge) {
    try {
      T result = merge.result();
      return merge.isClean()
          && result.equals(merge.with(Side.MINE))
          && result.equals(merge.with(Side.THEIRS));
    } catch (ConflictException e) {
      return !merge.isClean()
          && e.merge() == merge
          && !merge.with(Side.MINE).equals(merge.with(Side.THEIRS));
    }
  }
}
