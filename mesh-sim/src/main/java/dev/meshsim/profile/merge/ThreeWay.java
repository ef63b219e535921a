package dev.meshsim.profile.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of every three-way merge. A part that only one side changed, added or removed is as
 * that side has it; a part that both sides have alike is as both have it. A {@link Rule} decides
 * about any other part.
 *
 * <p>All methods treat both sides alike. The order of a result is the base's, then the additions:
 * in their own order if one side added or both added the same, otherwise sorted.
 */
public final class ThreeWay {

  private ThreeWay() {}

  /** Decides about a part that both sides changed, each in another way. */
  @FunctionalInterface
  public interface Rule<K, V> {

    /** The outcome for a part, of which mine, theirs and the base all differ. */
    Outcome<V> merge(K key, Versions<V> versions);
  }

  /** The rule that both changes are kept as a difference, which {@code what} describes. */
  public static <K, V> Rule<K, V> differs(Function<? super K, String> what) {
    return (key, versions) -> Outcome.differs(what.apply(key), versions);
  }

  /**
   * The rule that a part which one side removed and the other changed is gone; two changes are a
   * difference.
   */
  public static <K, V> Rule<K, V> removalWins(Function<? super K, String> what) {
    return (key, versions) ->
        versions.onlyOneSideHasIt()
            ? Outcome.clean(Optional.empty())
            : Outcome.differs(what.apply(key), versions);
  }

  /** Merges one value, for which every pair of different changes is a difference. */
  public static <V> Outcome<V> value(String what, Versions<V> versions) {
    return part(what, versions, differs(key -> key));
  }

  /**
   * Merges maps, key by key.
   *
   * @param order the order of keys that different sides added
   */
  public static <K, V> Outcome<Map<K, V>> maps(
      Map<K, V> base,
      Map<K, V> mine,
      Map<K, V> theirs,
      Comparator<? super K> order,
      Rule<K, V> rule) {
    Map<K, V> withMine = new LinkedHashMap<>();
    Map<K, V> withTheirs = new LinkedHashMap<>();
    List<Difference<?>> differences = new ArrayList<>();
    for (K key : keys(base, mine, theirs, order)) {
      Outcome<V> outcome =
          part(key, Versions.of(base.get(key), mine.get(key), theirs.get(key)), rule);
      outcome.withMine().ifPresent(value -> withMine.put(key, value));
      outcome.withTheirs().ifPresent(value -> withTheirs.put(key, value));
      differences.addAll(outcome.differences());
    }
    return new Outcome<>(Optional.of(withMine), Optional.of(withTheirs), differences);
  }

  /**
   * Merges lists without repetition, whose order has no meaning: every removal and every addition
   * takes effect, so there are no differences.
   *
   * @param order the order of elements that different sides added
   */
  public static <E> List<E> sets(
      List<E> base, List<E> mine, List<E> theirs, Comparator<? super E> order) {
    Optional<List<E>> oneSided = oneSided(base, mine, theirs);
    if (oneSided.isPresent()) {
      return oneSided.get();
    }
    Set<E> before = new LinkedHashSet<>(base);
    Set<E> here = new LinkedHashSet<>(mine);
    Set<E> there = new LinkedHashSet<>(theirs);
    return union(before, here, there, order).stream()
        .filter(e -> !before.contains(e) || (here.contains(e) && there.contains(e)))
        .toList();
  }

  /** The value of the side that changed it; empty if both did, each in another way. */
  public static <V> Optional<V> oneSided(V base, V mine, V theirs) {
    if (theirs.equals(base)) {
      return Optional.of(mine);
    }
    return mine.equals(base) || mine.equals(theirs) ? Optional.of(theirs) : Optional.empty();
  }

  private static <K, V> Outcome<V> part(K key, Versions<V> versions, Rule<K, V> rule) {
    return oneSided(versions.base(), versions.mine(), versions.theirs())
        .map(Outcome::clean)
        .orElseGet(() -> rule.merge(key, versions));
  }

  private static <K, V> Collection<K> keys(
      Map<K, V> base, Map<K, V> mine, Map<K, V> theirs, Comparator<? super K> order) {
    Optional<List<Map.Entry<K, V>>> oneSided =
        oneSided(
            List.copyOf(base.entrySet()),
            List.copyOf(mine.entrySet()),
            List.copyOf(theirs.entrySet()));
    Set<K> all = union(base.keySet(), mine.keySet(), theirs.keySet(), order);
    if (oneSided.isEmpty()) {
      return all;
    }
    Set<K> first = new LinkedHashSet<>();
    oneSided.get().forEach(entry -> first.add(entry.getKey()));
    first.addAll(all);
    return first;
  }

  private static <K> Set<K> union(
      Set<K> base, Set<K> mine, Set<K> theirs, Comparator<? super K> order) {
    List<K> here = without(mine, base);
    List<K> there = without(theirs, base);
    Set<K> all = new LinkedHashSet<>(base);
    if (here.isEmpty() || there.isEmpty() || here.equals(there)) {
      all.addAll(here);
      all.addAll(there);
    } else {
      Stream.concat(here.stream(), there.stream()).sorted(order).forEach(all::add);
    }
    return all;
  }

  private static <K> List<K> without(Set<K> all, Set<K> base) {
    return all.stream().filter(key -> !base.contains(key)).toList();
  }
}
