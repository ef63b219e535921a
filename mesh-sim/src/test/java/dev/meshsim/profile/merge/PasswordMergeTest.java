package dev.meshsim.profile.merge;

import static dev.meshsim.profile.merge.MergeText.entry;
import static dev.meshsim.profile.merge.MergeText.passwords;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordMerge;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Merged passwords, where entries share sites; docs/conflicts.md has the plain cases. */
class PasswordMergeTest {

  private static List<PasswordEntry> merged(
      PasswordProfilePrivate base, PasswordProfilePrivate mine, PasswordProfilePrivate theirs) {
    List<PasswordEntry> result = PasswordMerge.merge(base, mine, theirs).result().entries();
    assertEquals(result, PasswordMerge.merge(base, theirs, mine).result().entries());
    return result;
  }

  private static String difference(
      PasswordProfilePrivate base, PasswordProfilePrivate mine, PasswordProfilePrivate theirs) {
    List<Difference<?>> differences = PasswordMerge.merge(base, mine, theirs).differences();
    assertEquals(1, differences.size());
    assertEquals(1, PasswordMerge.merge(base, theirs, mine).differences().size());
    return differences.get(0).what();
  }

  private static List<PasswordEntry> entries(String... texts) {
    return passwords(texts).entries();
  }

  @Test
  void anEntryOfTwoSitesCanBeSplitOnBothSides() {
    PasswordProfilePrivate base = passwords("a, b: ann 1");
    assertEquals(
        entries("a: ann 2", "b: ann 3"),
        merged(base, base.with("a", "ann", "2"), base.with("b", "ann", "3")));
  }

  @Test
  void twoUserNamesOfOneSiteAreTwoEntries() {
    assertEquals(
        entries("a: ann 2", "a: bob 3"),
        merged(
            passwords("a: ann 1", "a: bob 1"),
            passwords("a: ann 2", "a: bob 1"),
            passwords("a: ann 1", "a: bob 3")));
    assertEquals(
        entries("a: ann 2", "a: bob 1"),
        merged(passwords("a: ann 1"), passwords("a: ann 2"), passwords("a: ann 1", "a: bob 1")));
  }

  @Test
  void twoUserNamesThatWereNeverTogetherAreADifference() {
    assertEquals(
        "the entry of a", difference(passwords(), passwords("a: ann 1"), passwords("a: bob 1")));
    assertEquals(
        "the entry of a",
        difference(passwords("a: ann 1"), passwords("a: bob 1"), passwords("a: cay 1")));
    assertEquals(
        "the entry of a, b, c",
        difference(passwords(), passwords("a, b: ann 1"), passwords("b, c: ann 1")));
  }

  @Test
  void anotherUserNameAndARemovalAreADifference() {
    PasswordProfilePrivate base = passwords("a: ann 1");
    assertEquals("the entry of a", difference(base, base.with("a", "bob", "1"), base.without("a")));
  }

  @Test
  void twoEntriesWithOneUserNameAreDecidedTogether() {
    assertEquals(
        "the entry of a",
        difference(
            passwords("a: ann 1", "a: ann 2"),
            passwords("a: ann 1", "a: ann 3"),
            passwords("a: ann 4", "a: ann 2")));
  }

  @Test
  void aDifferenceHoldsAllEntriesThatShareItsSites() {
    Merge<PasswordProfilePrivate> merge =
        PasswordMerge.merge(
            passwords("z: zoe 1", "a, b: ann 1", "b, c: bob 1"),
            passwords("z: zoe 2", "a, b: ann 2", "b, c: bob 1"),
            passwords("z: zoe 1", "a, b: ann 3", "b, c: bob 4", "y: yan 1"));
    assertEquals("the entry of a, b, c", merge.differences().get(0).what());
    assertEquals(
        Optional.of(entries("a, b: ann 3", "b, c: bob 4")), merge.differences().get(0).theirs());
    assertEquals(
        entries("z: zoe 2", "a, b: ann 2", "b, c: bob 1", "y: yan 1"),
        merge.with(Side.MINE).entries());
    assertEquals(
        entries("z: zoe 2", "a, b: ann 3", "b, c: bob 4", "y: yan 1"),
        merge.with(Side.THEIRS).entries());
  }

  @Test
  void additionsOfOneSideKeepTheirOrderAndThoseOfBothAreSorted() {
    PasswordProfilePrivate base = passwords("m: ann 1", "k: ann 1");
    PasswordProfilePrivate mine = passwords("m: ann 2", "k: ann 1", "z: ann 1", "b: ann 1");
    assertEquals(
        entries("m: ann 2", "k: ann 2", "z: ann 1", "b: ann 1"),
        merged(base, mine, passwords("m: ann 1", "k: ann 2")));
    assertEquals(
        entries("m: ann 2", "k: ann 1", "b: ann 1", "d: ann 1", "z: ann 1"),
        merged(base, mine, passwords("m: ann 1", "k: ann 1", "d: ann 1")));
  }

  @Test
  void aLongChainOfSharedSitesIsOneGroup() {
    List<PasswordEntry> chain = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      chain.add(entry("s" + i + ", s" + (i + 1) + ": ann 1"));
    }
    PasswordProfilePrivate base = new PasswordProfilePrivate(null, chain, List.of());
    List<PasswordEntry> mine = new ArrayList<>(chain);
    mine.set(0, entry("s0, s1: ann 2"));
    List<PasswordEntry> theirs = new ArrayList<>(chain);
    theirs.set(4999, entry("s4999, s5000: ann 3"));
    List<PasswordEntry> both = new ArrayList<>(mine);
    both.set(4999, theirs.get(4999));
    assertEquals(
        both,
        merged(
            base,
            new PasswordProfilePrivate(null, mine, List.of()),
            new PasswordProfilePrivate(null, theirs, List.of())));
  }

  @Test
  void noTextShowsAPasswordOrMovesTheCursor() {
    Merge<PasswordProfilePrivate> merge =
        PasswordMerge.merge(
            passwords("evil\u001b[2J.example: ann secret1"),
            passwords("evil\u001b[2J.example: ann secret2"),
            passwords());
    MeshException e = Failing.with(ConflictException.Code.DIFFERS, merge::result);
    for (String shown :
        List.of(
            e.getMessage(),
            merge.toString(),
            merge.outcome().toString(),
            merge.differences().toString(),
            merge.differences().get(0).versions().toString())) {
      assertFalse(shown.contains("secret"), shown);
    }
    assertEquals(
        "1 thing was changed differently here and in the portal's version: the entry of"
            + " evil\\u001b[2J.example (changed here, removed at the portal)",
        e.problem());
    assertTrue(e.hint().contains("ApplicationSession.resolve"), e.hint());
  }
}
