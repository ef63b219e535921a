package dev.meshsim.profile.merge;

import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws of merged passwords, as predicates on one merge. */
final class PasswordMergeLaws {

  private PasswordMergeLaws() {}

  /** A change or addition of a side is in the merge, except where the other side is chosen. */
  static boolean changesSurvive(Merge<PasswordProfilePrivate> merge) {
    return forEachChoice(
        merge,
        (chosen, side) -> {
          Set<PasswordEntry> changed = minus(of(merge, side), base(merge));
          return merge.with(chosen).entries().containsAll(decided(merge, changed, chosen, side))
              && merge
                  .with(chosen)
                  .neverAsk()
                  .containsAll(minus(neverAsk(merge, side), merge.base().get().neverAsk()));
        });
  }

  /** A removal of a side is not undone in the merge, except where the other side is chosen. */
  static boolean nothingRemovedReturns(Merge<PasswordProfilePrivate> merge) {
    return forEachChoice(
        merge,
        (chosen, side) -> {
          Set<PasswordEntry> removed = minus(base(merge), of(merge, side));
          return Collections.disjoint(
                  merge.with(chosen).entries(), decided(merge, removed, chosen, side))
              && Collections.disjoint(
                  merge.with(chosen).neverAsk(),
                  minus(merge.base().get().neverAsk(), neverAsk(merge, side)));
        });
  }

  /** Every entry of the merge is one of a side. */
  static boolean nothingIsInvented(Merge<PasswordProfilePrivate> merge) {
    Set<PasswordEntry> known = new HashSet<>(of(merge, Side.MINE));
    known.addAll(of(merge, Side.THEIRS));
    return Stream.of(Side.values()).allMatch(side -> known.containsAll(merge.with(side).entries()));
  }

  /** Two entries of the merge share a site only if both are in one side. */
  static boolean noNewNeighbours(Merge<PasswordProfilePrivate> merge) {
    return forEachChoice(
        merge,
        (chosen, ignored) -> {
          List<PasswordEntry> merged = merge.with(chosen).entries();
          return merged.stream()
              .allMatch(
                  one ->
                      merged.stream()
                          .filter(sharesSite(one.sites()))
                          .allMatch(other -> together(merge, one, other)));
        });
  }

  /** A difference holds all entries of its sites in each version, and a choice decides it. */
  static boolean differencesLoseNothing(Merge<PasswordProfilePrivate> merge) {
    return entryDifferences(merge).stream()
            .allMatch(
                difference -> {
                  Predicate<PasswordEntry> its = sharesSite(sites(difference));
                  return held(difference.base()).equals(base(merge).stream().filter(its).toList())
                      && Stream.of(Side.values())
                          .allMatch(
                              side ->
                                  held(difference.versions().of(side))
                                          .equals(of(merge, side).stream().filter(its).toList())
                                      && held(difference.versions().of(side))
                                          .equals(
                                              merge.with(side).entries().stream()
                                                  .filter(its)
                                                  .toList()));
                })
        && scalar(merge);
  }

  private static boolean scalar(Merge<PasswordProfilePrivate> merge) {
    Optional<Boolean> base = Optional.ofNullable(merge.base().get().autoGenerate());
    Optional<Boolean> mine = Optional.ofNullable(merge.mine().autoGenerate());
    Optional<Boolean> theirs = Optional.ofNullable(merge.theirs().autoGenerate());
    return Optional.ofNullable(merge.with(Side.MINE).autoGenerate())
            .equals(mine.equals(base) ? theirs : mine)
        && Optional.ofNullable(merge.with(Side.THEIRS).autoGenerate())
            .equals(theirs.equals(base) ? mine : theirs);
  }

  /** A law for one chosen side and the changes of one side. */
  @FunctionalInterface
  private interface ChoiceLaw {
    boolean holds(Side chosen, Side changing);
  }

  private static boolean forEachChoice(Merge<PasswordProfilePrivate> merge, ChoiceLaw law) {
    return Stream.of(Side.values())
        .allMatch(chosen -> Stream.of(Side.values()).allMatch(side -> law.holds(chosen, side)));
  }

  /** Those of the entries about which the choice of this side decides, or no difference does. */
  private static Set<PasswordEntry> decided(
      Merge<PasswordProfilePrivate> merge, Set<PasswordEntry> entries, Side chosen, Side side) {
    Set<String> open =
        entryDifferences(merge).stream()
            .flatMap(difference -> sites(difference).stream())
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> side == chosen || !sharesSite(open).test(entry))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked") // The only other difference of passwords is one of Boolean.
  private static List<Difference<List<PasswordEntry>>> entryDifferences(
      Merge<PasswordProfilePrivate> merge) {
    return merge.differences().stream()
        .filter(difference -> difference.what().startsWith("the entry of "))
        .map(difference -> (Difference<List<PasswordEntry>>) difference)
        .toList();
  }

  private static Set<String> sites(Difference<List<PasswordEntry>> difference) {
    return Stream.of(difference.base(), difference.mine(), difference.theirs())
        .flatMap(entries -> held(entries).stream())
        .flatMap(entry -> entry.sites().stream())
        .collect(Collectors.toSet());
  }

  private static boolean together(
      Merge<PasswordProfilePrivate> merge, PasswordEntry one, PasswordEntry other) {
    return Stream.of(Side.values())
        .anyMatch(side -> hasKey(of(merge, side), one) && hasKey(of(merge, side), other));
  }

  private static boolean hasKey(List<PasswordEntry> entries, PasswordEntry wanted) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.sites().equals(wanted.sites()) && entry.username().equals(wanted.username()));
  }

  private static Predicate<PasswordEntry> sharesSite(Collection<String> sites) {
    return entry -> !Collections.disjoint(entry.sites(), sites);
  }

  private static List<PasswordEntry> held(Optional<List<PasswordEntry>> entries) {
    return entries.orElse(List.of());
  }

  private static List<PasswordEntry> base(Merge<PasswordProfilePrivate> merge) {
    return merge.base().get().entries();
  }

  private static List<PasswordEntry> of(Merge<PasswordProfilePrivate> merge, Side side) {
    return (side == Side.MINE ? merge.mine() : merge.theirs()).entries();
  }

  private static List<String> neverAsk(Merge<PasswordProfilePrivate> merge, Side side) {
    return (side == Side.MINE ? merge.mine() : merge.theirs()).neverAsk();
  }

  private static <E> Set<E> minus(List<E> all, List<E> some) {
    Set<E> rest = new HashSet<>(all);
    some.forEach(rest::remove);
    return rest;
  }
}
