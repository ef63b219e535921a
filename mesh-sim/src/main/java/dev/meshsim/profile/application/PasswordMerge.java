package dev.meshsim.profile.application;

import dev.meshsim.error.Quote;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Outcome;
import dev.meshsim.profile.merge.ThreeWay;
import dev.meshsim.profile.merge.Versions;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges the contents of password profiles: entries one by one, the sites without questions as a
 * set, the offer to generate passwords as one value.
 *
 * <p>Entries that share a site belong together, since setting a site replaces every entry that
 * lists it; a difference holds all of them. It is a {@code Difference<List<PasswordEntry>>}.
 */
public final class PasswordMerge {

  private static final int NAMED = 3;

  private PasswordMerge() {}

  /**
   * Merges two contents. The order of entries: as the side has them that changed them, if only one
   * did; otherwise the base's, then the additions, entries that share a site next to each other.
   */
  public static Merge<PasswordProfilePrivate> merge(
      PasswordProfilePrivate base, PasswordProfilePrivate mine, PasswordProfilePrivate theirs) {
    Outcome<Boolean> generate =
        ThreeWay.value(
            "the choice whether passwords are generated",
            Versions.of(base.autoGenerate(), mine.autoGenerate(), theirs.autoGenerate()));
    Outcome<List<PasswordEntry>> entries =
        entries(base.entries(), mine.entries(), theirs.entries());
    List<String> neverAsk =
        ThreeWay.sets(
            base.neverAsk(), mine.neverAsk(), theirs.neverAsk(), Comparator.naturalOrder());
    return Merge.of(
        Optional.of(base),
        mine,
        theirs,
        side ->
            new PasswordProfilePrivate(
                generate.with(side).orElse(null), entries.with(side).orElseThrow(), neverAsk),
        List.of(entries, generate));
  }

  private static Outcome<List<PasswordEntry>> entries(
      List<PasswordEntry> base, List<PasswordEntry> mine, List<PasswordEntry> theirs) {
    Optional<List<PasswordEntry>> oneSided = ThreeWay.oneSided(base, mine, theirs);
    if (oneSided.isPresent()) {
      return Outcome.clean(oneSided);
    }
    SiteGroups groups = SiteGroups.of(base, mine, theirs);
    return ThreeWay.maps(
            groups.split(base),
            groups.split(mine),
            groups.split(theirs),
            Comparator.naturalOrder(),
            PasswordMerge::group)
        .map(merged -> merged.values().stream().flatMap(List::stream).toList());
  }

  /** Merges a group that both sides changed: each entry by itself if that is safe. */
  private static Outcome<List<PasswordEntry>> group(
      String smallestSite, Versions<List<PasswordEntry>> versions) {
    return entryByEntry(versions)
        .map(merged -> Outcome.clean(merged.isEmpty() ? Optional.empty() : Optional.of(merged)))
        .orElseGet(() -> Outcome.differs(describe(versions), versions));
  }

  /** The identity of an entry within its group. */
  private record Key(List<String> sites, String username) {

    static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.sites().toArray(String[]::new), Arrays::compare)
            .thenComparing(Key::username);

    static Key of(PasswordEntry entry) {
      return new Key(entry.sites(), entry.username());
    }

    boolean hasSiteIn(Set<String> some) {
      return sites.stream().anyMatch(some::contains);
    }
  }

  private static Optional<List<PasswordEntry>> entryByEntry(
      Versions<List<PasswordEntry>> versions) {
    Optional<Map<Key, PasswordEntry>> base = keyed(versions.base());
    Optional<Map<Key, PasswordEntry>> mine = keyed(versions.mine());
    Optional<Map<Key, PasswordEntry>> theirs = keyed(versions.theirs());
    if (base.isEmpty() || mine.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    Outcome<Map<Key, PasswordEntry>> merged =
        ThreeWay.maps(
            base.get(), mine.get(), theirs.get(), Key.ORDER, ThreeWay.differs(Key::username));
    Map<Key, PasswordEntry> result = merged.withMine().orElseThrow();
    boolean safe =
        merged.isClean()
            && noNewNeighbours(result.keySet(), mine.get().keySet(), theirs.get().keySet())
            && removedAlike(base.get().keySet(), mine.get().keySet(), theirs.get().keySet());
    return safe ? Optional.of(List.copyOf(result.values())) : Optional.empty();
  }

  /** The entries by their keys; empty if two have the same key. */
  private static Optional<Map<Key, PasswordEntry>> keyed(Optional<List<PasswordEntry>> entries) {
    Map<Key, PasswordEntry> keyed = new LinkedHashMap<>();
    for (PasswordEntry entry : entries.orElse(List.of())) {
      if (keyed.put(Key.of(entry), entry) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(keyed);
  }

  /** True unless two entries share a site, one added by one side and one by the other. */
  private static boolean noNewNeighbours(Set<Key> result, Set<Key> mine, Set<Key> theirs) {
    Set<String> onlyMine = sitesWithout(result, theirs);
    return Collections.disjoint(onlyMine, sitesWithout(result, mine));
  }

  /**
   * True if no entry was removed by one side and replaced by the other: to change a user name is to
   * replace the entry, and changed and removed do not fit together.
   */
  private static boolean removedAlike(Set<Key> base, Set<Key> mine, Set<Key> theirs) {
    Set<String> addedHere = sitesWithout(mine, base);
    Set<String> addedThere = sitesWithout(theirs, base);
    return base.stream()
        .filter(key -> !mine.contains(key) && !theirs.contains(key))
        .allMatch(key -> key.hasSiteIn(addedHere) == key.hasSiteIn(addedThere));
  }

  /** The sites of those of the entries that are not in the other version. */
  private static Set<String> sitesWithout(Set<Key> entries, Set<Key> other) {
    return entries.stream()
        .filter(key -> !other.contains(key))
        .flatMap(key -> key.sites().stream())
        .collect(Collectors.toSet());
  }

  private static String describe(Versions<List<PasswordEntry>> versions) {
    List<String> sites =
        Stream.of(versions.base(), versions.mine(), versions.theirs())
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .flatMap(entry -> entry.sites().stream())
            .distinct()
            .sorted()
            .toList();
    String named = sites.stream().limit(NAMED).map(Quote::brief).collect(Collectors.joining(", "));
    String more = sites.size() > NAMED ? " and " + (sites.size() - NAMED) + " more sites" : "";
    return "the entry of " + named + more;
  }
}
