package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.udf.Base32;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One mistyped share among several is named by its place among them, and the slip if it shows. */
class MistypedShareTest {

  private final RandomStream stream = World.seeded(16).stream("test", "mistyped");

  private List<String> texts(ShareFormat format, int quorum, int count) {
    return new ArrayList<>(
        Secret.random(128, stream).split(format, quorum, count, stream).stream()
            .map(KeyShare::text)
            .toList());
  }

  private static ShareException refused(List<String> texts) {
    ShareException e =
        assertThrows(ShareException.class, () -> new Secret(KeyShare.parseAll(texts)).close());
    for (String text : texts) {
      for (String group : text.split("-")) {
        assertFalse(group.length() > 3 && e.getMessage().contains(group), "a part of a share");
      }
    }
    return e;
  }

  /** The text with the character at {@code at} changed. */
  private static String slip(String text, int at) {
    char other = text.charAt(at) == 'M' ? 'N' : 'M';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void thirdOfThreeIsNamedWithTheCharacterThatMeansNothing() {
    ShareException e =
        refused(
            List.of(
                "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y",
                "SAY6-ULBY-6BWM-OBLG-IHE5-ENSP-WOHY-2",
                "SA2N-HNKO-OS3L-5AV3-JHYK-SA2E-ZH76-9"));
    assertEquals("share.mistyped", e.code());
    assertTrue(
        e.problem().startsWith("share 3 of the 3 given: character 36 of a share, in group 8, is"),
        e.problem());
  }

  @Test
  void everyTextThatIsNoShareIsNamed() {
    List<String> texts = texts(ShareFormat.MESH, 3, 5);
    texts.set(1, texts.get(1).substring(1));
    texts.set(4, "");
    ShareException e = refused(texts);
    assertTrue(e.problem().startsWith("share 2 of the 5 given: "), e.problem());
    assertTrue(e.problem().contains("; share 5 of the 5 given: "), e.problem());
    assertTrue(e.problem().contains("another length, group 1;"), e.problem());
  }

  @ParameterizedTest
  @EnumSource(names = {"MESH", "PORTAL_2017"})
  void oneShareMoreNamesTheSlip(ShareFormat format) {
    List<String> all = texts(format, 3, 12);
    List<String> texts = List.of(all.get(0), all.get(1), all.get(4), all.get(10));
    List<Integer> indexes = List.of(1, 2, 5, 11);
    for (int which = 0; which < texts.size(); which++) {
      int at = 2 * (format == ShareFormat.MESH ? 5 : 6) + which;
      List<String> typed = new ArrayList<>(texts);
      typed.set(which, slip(texts.get(which), at));
      ShareException e = refused(typed);
      assertEquals("share.wrong-share", e.code(), e.problem());
      assertEquals(List.of(indexes.get(which)), ((ShareException.WrongShare) e).indexes());
      assertEquals(
          "share "
              + (which + 1)
              + " of the 4 given is mistyped: with another character "
              + (which + 1)
              + " of its group 3 it fits the others",
          e.problem());
    }
  }

  @Test
  void slipOfOneOfTwoSharesNamesBoth() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    texts.set(0, slip(texts.get(0), 10));
    ShareException e = refused(texts);
    assertEquals("share.disagree", e.code());
    assertEquals(
        "one of the 4 shares given is mistyped: share 1 in character 1 of its group 3, or share 4"
            + " in character 1 of its group 3",
        e.problem());
  }

  @Test
  void placesAreThoseOfTheListNotTheIndexes() {
    List<String> texts = texts(ShareFormat.MESH, 2, 15);
    List<String> given =
        List.of(texts.get(14), texts.get(8), slip(texts.get(3), 20), texts.get(0), texts.get(5));
    ShareException e = refused(given);
    assertTrue(e.problem().startsWith("share 3 of the 5 given is mistyped"), e.problem());
    assertEquals(List.of(4), ((ShareException.WrongShare) e).indexes());
    List<String> other = texts(ShareFormat.MESH, 2, 15);
    ShareException stranger =
        refused(List.of(texts.get(14), other.get(8), texts.get(3), texts.get(0)));
    assertEquals(
        "share 2 of the 4 given does not fit the other 3, which agree", stranger.problem());
  }

  @Test
  void swappedNeighboursAreNamed() {
    List<String> texts = texts(ShareFormat.MESH, 2, 3);
    String text = texts.get(1);
    int at = 10;
    while (text.charAt(at) == text.charAt(at + 1)) {
      at++;
    }
    String swapped =
        text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    ShareException e = refused(List.of(texts.get(0), swapped, texts.get(2)));
    assertTrue(e.problem().startsWith("share 2 of the 3 given is mistyped"), e.problem());
    assertTrue(e.problem().contains("of its group 3"), e.problem());
  }

  @Test
  void swappedNeighboursWithoutACommonBitAreNamed() {
    List<String> texts = texts(ShareFormat.MESH, 2, 15);
    int named = 0;
    for (String text : texts.subList(2, 15)) {
      for (int at = 5; at < text.length() - 2; at++) {
        int one = Base32.valueOf(text.charAt(at));
        int two = Base32.valueOf(text.charAt(at + 1));
        if (one >= 0 && two >= 0 && (one ^ two) == 31) {
          String swapped =
              text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2);
          ShareException e = refused(List.of(texts.get(0), swapped, texts.get(1)));
          assertTrue(e.problem().contains("share 2 "), e.problem());
          assertTrue(e.problem().contains("character " + (at % 5 + 1) + " of its group"));
          named++;
        }
      }
    }
    assertTrue(named > 3, "named " + named);
  }

  @Test
  void slipInTheIndexIsNamed() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    String text = texts.get(2);
    // The third character holds the upper bits of the index and the lower ones of the quorum.
    List<String> found = new ArrayList<>();
    for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray()) {
      String typed = text.substring(0, 2) + c + text.substring(3);
      try {
        KeyShare share = KeyShare.parse(typed);
        if (share.quorum() == 3 && share.index() > 4) {
          found.add(refused(List.of(texts.get(0), texts.get(1), typed, texts.get(3))).problem());
        }
      } catch (ShareException e) {
        assertEquals("share.mistyped", e.code());
      }
    }
    assertFalse(found.isEmpty());
    found.forEach(
        problem ->
            assertEquals(
                "share 3 of the 4 given is mistyped: with another character 3 of its group 1 it"
                    + " fits the others",
                problem));
  }

  @Test
  void copyWithSlipInTheIndexIsNamed() {
    List<String> texts = texts(ShareFormat.MESH, 2, 4);
    String text = texts.get(2);
    String typed = text.substring(0, 2) + 'V' + text.substring(3);
    assertEquals(11, KeyShare.parse(typed).index());
    assertEquals(
        "share 2 of the 4 given is mistyped: with another character 3 of its group 1 it fits the"
            + " others",
        refused(List.of(texts.get(0), typed, texts.get(1), text)).problem());
  }

  @Test
  void twoSlipsAreNotGuessedAt() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    texts.set(1, slip(slip(texts.get(1), 10), 20));
    assertEquals("share.disagree", refused(texts).code());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void shareWithAnotherQuorumIsNamed(int which) {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    texts.set(which, texts(ShareFormat.MESH, 2, 4).get(which));
    ShareException e = refused(texts);
    assertEquals("share.mixed-quorum", e.code());
    assertEquals(
        "share "
            + (which + 1)
            + " of the 4 given has a quorum of 2, but share "
            + (which == 0 ? 2 : 1)
            + " has a quorum of 3",
        e.problem());
  }

  @Test
  void withoutAMajorityTheFirstTwoThatDifferAreNamed() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    texts.set(0, texts(ShareFormat.MESH, 2, 4).get(0));
    texts.set(3, texts(ShareFormat.MESH, 4, 4).get(3));
    assertEquals(
        "share 2 of the 4 given has a quorum of 3, but share 1 has a quorum of 2",
        refused(texts).problem());
  }

  @Test
  void shareOfAnotherLengthOrFormatIsNamed() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    List<String> shorter = new ArrayList<>(texts);
    shorter.set(0, Secret.random(64, stream).split(3, 4, stream).get(0).text());
    assertEquals(
        "share 1 of the 4 given has a length in bits of 64, but share 2 has a length in bits of"
            + " 128",
        refused(shorter).problem());
    texts.set(3, texts(ShareFormat.PORTAL_2017, 3, 4).get(3));
    assertEquals(
        "share 4 of the 4 given has the format PORTAL_2017, but share 1 has the format MESH",
        refused(texts).problem());
  }

  @Test
  void sharesOfOneIndexAreNamed() {
    List<String> texts = texts(ShareFormat.MESH, 3, 4);
    assertEquals(
        "shares 2, 4 of the 4 given are one share, given twice",
        refused(List.of(texts.get(0), texts.get(1), texts.get(2), texts.get(1))).problem());
    assertEquals(
        "shares 1, 3 of the 3 given have one index, 1, but differ: one is mistyped, or they are of"
            + " two splits",
        refused(List.of(texts.get(0), texts.get(1), slip(texts.get(0), 20))).problem());
  }
}
