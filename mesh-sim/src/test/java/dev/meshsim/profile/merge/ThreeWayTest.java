package dev.meshsim.profile.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for one key, for the order of keys and for sets. */
class ThreeWayTest {

  private static final ThreeWay.Rule<String, String> KEEP = ThreeWay.differs(key -> "key " + key);
  private static final ThreeWay.Rule<String, String> REMOVE =
      ThreeWay.removalWins(key -> "key " + key);

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String pair : pairs) {
      map.put(pair.substring(0, 1), pair.substring(1));
    }
    return map;
  }

  private static Outcome<Map<String, String>> merge(
      ThreeWay.Rule<String, String> rule,
      Map<String, String> base,
      Map<String, String> mine,
      Map<String, String> theirs) {
    return ThreeWay.maps(base, mine, theirs, Comparator.naturalOrder(), rule);
  }

  private static void clean(
      Map<String, String> expected,
      Map<String, String> base,
      Map<String, String> mine,
      Map<String, String> theirs) {
    for (Outcome<Map<String, String>> outcome :
        List.of(merge(KEEP, base, mine, theirs), merge(KEEP, base, theirs, mine))) {
      assertEquals(List.of(), outcome.differences());
      assertEquals(
          List.copyOf(expected.entrySet()),
          List.copyOf(outcome.withMine().orElseThrow().entrySet()));
    }
  }

  private static void differs(
      ThreeWay.Rule<String, String> rule,
      String what,
      Map<String, String> base,
      Map<String, String> mine,
      Map<String, String> theirs) {
    Outcome<Map<String, String>> outcome = merge(rule, base, mine, theirs);
    assertEquals(1, outcome.differences().size());
    assertEquals(what, outcome.differences().get(0).toString());
    assertEquals(mine, outcome.withMine().orElseThrow());
    assertEquals(theirs, outcome.withTheirs().orElseThrow());
  }

  @Test
  void aChangeOfOneSideIsTaken() {
    clean(map("a2", "b1"), map("a1", "b1"), map("a2", "b1"), map("a1", "b1"));
    clean(map("a2", "b2"), map("a1", "b1"), map("a2", "b1"), map("a1", "b2"));
    clean(map("b2"), map("a1", "b1"), map("b1"), map("a1", "b2"));
  }

  @Test
  void theChangeOfBothIsTaken() {
    clean(map("a2", "b2"), map("a1", "b1"), map("a2", "b1"), map("a2", "b2"));
    clean(map("b2"), map("a1", "b1"), map("b1"), map("b2"));
  }

  @Test
  void changesThatDoNotFitAreADifference() {
    differs(KEEP, "key a (changed here, changed at the portal)", map("a1"), map("a2"), map("a3"));
    differs(KEEP, "key a (added here, added at the portal)", map(), map("a2"), map("a3"));
    differs(KEEP, "key a (removed here, changed at the portal)", map("a1"), map(), map("a3"));
  }

  @Test
  void removalCanWin() {
    Map<String, String> base = map("a1", "b1");
    assertEquals(
        Outcome.clean(Optional.of(map("b1"))), merge(REMOVE, base, map("b1"), map("a2", "b1")));
    assertEquals(
        Outcome.clean(Optional.of(map("b1"))), merge(REMOVE, base, map("a2", "b1"), map("b1")));
    differs(REMOVE, "key a (changed here, changed at the portal)", map("a1"), map("a2"), map("a3"));
  }

  @Test
  void theOrderIsTheBasesThenTheAdditions() {
    Map<String, String> base = map("d1", "c1");
    clean(map("d1", "c2", "b1", "a1"), base, map("d1", "c1", "b1", "a1"), map("d1", "c2"));
    clean(map("d1", "c1", "a1", "b1"), base, map("d1", "c1", "b1"), map("d1", "c1", "a1"));
    clean(
        map("d2", "c1", "b1", "a1"),
        base,
        map("d2", "c1", "b1", "a1"),
        map("d1", "c1", "b1", "a1"));
  }

  @Test
  void theOrderOfTheOnlyChangedSideIsTaken() {
    clean(map("c1", "d1"), map("d1", "c1"), map("c1", "d1"), map("d1", "c1"));
  }

  @Test
  void inASetEveryRemovalAndAdditionTakesEffect() {
    assertEquals(List.of("b", "d", "e"), sets(List.of("a", "b", "c"), "b c d", "a b e"));
    assertEquals(List.of("b", "d", "e"), sets(List.of("a", "b", "c"), "a b e", "b c d"));
    assertEquals(List.of("b", "e", "d"), sets(List.of("a", "b"), "b e d", "a b"));
    assertEquals(List.of("e", "d"), sets(List.of("a", "b"), "a e d", "b"));
  }

  private static List<String> sets(List<String> base, String mine, String theirs) {
    return ThreeWay.sets(
        base, List.of(mine.split(" ")), List.of(theirs.split(" ")), Comparator.naturalOrder());
  }

  @Test
  void valuesThatCannotBeRightAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Difference<>("a", Versions.of("1", "2", "2")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Outcome<>(Optional.of("1"), Optional.of("2"), List.of()));
    assertTrue(Versions.of("1", null, "2").onlyOneSideHasIt());
    assertFalse(Versions.of("1", null, null).onlyOneSideHasIt());
  }
}
