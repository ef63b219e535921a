package dev.meshsim.profile.merge;

import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordMerge;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The laws of merged passwords, checked on small contents that collide often. */
class PasswordMergePropertyTest {

  /** Three versions of one content. */
  record Case(
      PasswordProfilePrivate base, PasswordProfilePrivate mine, PasswordProfilePrivate theirs) {

    Merge<PasswordProfilePrivate> merge() {
      return PasswordMerge.merge(base, mine, theirs);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<PasswordProfilePrivate> sides = contents();
    Arbitrary<List<UnaryOperator<PasswordProfilePrivate>>> edits = edits().list().ofMaxSize(3);
    Arbitrary<Case> edited =
        Combinators.combine(contents(), edits, edits)
            .as((base, mine, theirs) -> new Case(base, apply(base, mine), apply(base, theirs)));
    Arbitrary<Case> unrelated = Combinators.combine(sides, sides, sides).as(Case::new);
    return Arbitraries.frequencyOf(Tuple.of(4, edited), Tuple.of(1, unrelated));
  }

  private static PasswordProfilePrivate apply(
      PasswordProfilePrivate base, List<UnaryOperator<PasswordProfilePrivate>> edits) {
    PasswordProfilePrivate content = base;
    for (UnaryOperator<PasswordProfilePrivate> edit : edits) {
      content = edit.apply(content);
    }
    return content;
  }

  private static Arbitrary<String> sites() {
    return Arbitraries.of("a", "b", "c", "d", "e");
  }

  private static Arbitrary<PasswordEntry> entries() {
    Arbitrary<List<String>> lists =
        Arbitraries.frequencyOf(
            Tuple.of(3, sites().list().ofSize(1)),
            Tuple.of(1, sites().list().uniqueElements().ofSize(2)));
    return Combinators.combine(lists, Arbitraries.of("ann", "bob"), Arbitraries.of("1", "2", "3"))
        .as(PasswordEntry::new);
  }

  private static Arbitrary<PasswordProfilePrivate> contents() {
    return Combinators.combine(
            Arbitraries.of(true, false).injectNull(0.3),
            entries().list().ofMaxSize(4),
            sites().list().uniqueElements().ofMaxSize(3))
        .as(PasswordProfilePrivate::new);
  }

  /** What the API does, and what other software may do: change the list of entries itself. */
  private static Arbitrary<UnaryOperator<PasswordProfilePrivate>> edits() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 3);
    return Arbitraries.oneOf(
        entries().map(e -> c -> c.with(e.sites().get(0), e.username(), e.password())),
        sites().map(site -> c -> c.without(site)),
        entries().map(e -> c -> edited(c, list -> list.add(e))),
        places.map(at -> c -> edited(c, list -> removeAt(list, at))),
        places.map(at -> c -> edited(c, list -> changeAt(list, at))),
        sites().map(site -> c -> toggled(c, site)),
        Arbitraries.of(true, false)
            .map(offer -> c -> new PasswordProfilePrivate(offer, c.entries(), c.neverAsk())));
  }

  private static PasswordProfilePrivate edited(
      PasswordProfilePrivate content, Consumer<List<PasswordEntry>> change) {
    List<PasswordEntry> entries = new ArrayList<>(content.entries());
    change.accept(entries);
    return new PasswordProfilePrivate(content.autoGenerate(), entries, content.neverAsk());
  }

  private static void removeAt(List<PasswordEntry> entries, int at) {
    if (at < entries.size()) {
      entries.remove(at);
    }
  }

  private static void changeAt(List<PasswordEntry> entries, int at) {
    if (at < entries.size()) {
      PasswordEntry old = entries.get(at);
      entries.set(at, new PasswordEntry(old.sites(), old.username(), old.password() + "!"));
    }
  }

  private static PasswordProfilePrivate toggled(PasswordProfilePrivate content, String site) {
    List<String> sites = new ArrayList<>(content.neverAsk());
    if (!sites.remove(site)) {
      sites.add(site);
    }
    return new PasswordProfilePrivate(content.autoGenerate(), content.entries(), sites);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean theSidesAreAlike(@ForAll("cases") Case c) {
    return MergeLaws.commutes(PasswordMerge::merge, c.base(), c.mine(), c.theirs());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean oneChangeIsTaken(@ForAll("cases") Case c) {
    return MergeLaws.idempotent(PasswordMerge::merge, c.base(), c.mine());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean twiceIsOnce(@ForAll("cases") Case c) {
    return MergeLaws.twiceIsOnce(PasswordMerge::merge, c.base(), c.mine(), c.theirs());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean cleanOrRefused(@ForAll("cases") Case c) {
    return MergeLaws.cleanOrRefused(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean changesSurvive(@ForAll("cases") Case c) {
    return PasswordMergeLaws.changesSurvive(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean nothingRemovedReturns(@ForAll("cases") Case c) {
    return PasswordMergeLaws.nothingRemovedReturns(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean nothingIsInvented(@ForAll("cases") Case c) {
    return PasswordMergeLaws.nothingIsInvented(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean noNewNeighbours(@ForAll("cases") Case c) {
    return PasswordMergeLaws.noNewNeighbours(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean differencesLoseNothing(@ForAll("cases") Case c) {
    return PasswordMergeLaws.differencesLoseNothing(c.merge());
  }
}
