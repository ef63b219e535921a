package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.udf.Base32;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last of each range that is accepted, and the exact words of each refusal. */
class ShareBoundsTest {

  private static final String MESH = "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y";

  private final RandomStream stream = World.seeded(23).stream("test", "bounds");
  private final Secret secret = Secret.random(128, stream);
  private final List<KeyShare> shares = secret.split(3, 15, stream);

  private static String problem(Runnable attempt) {
    return assertThrows(ShareException.class, attempt::run).problem();
  }

  private static String mistyped(String text) {
    ShareException e = assertThrows(ShareException.class, () -> KeyShare.parse(text));
    assertEquals("share.mistyped", e.code());
    return e.problem();
  }

  @Test
  void sharesAreEqualInAllTheirAttributes() {
    KeyShare share = new KeyShare(ShareFormat.PORTAL_2017, 3, 4, 128, new long[] {1, 2, 0}, false);
    long[] same = {1, 2, 0};
    assertEquals(share, new KeyShare(ShareFormat.PORTAL_2017, 3, 4, 128, same, false));
    for (KeyShare other :
        List.of(
            new KeyShare(ShareFormat.MESH, 3, 4, 128, same, false),
            new KeyShare(ShareFormat.PORTAL_2017, 2, 4, 128, same, false),
            new KeyShare(ShareFormat.PORTAL_2017, 3, 5, 128, same, false),
            new KeyShare(ShareFormat.PORTAL_2017, 3, 4, 160, same, false),
            new KeyShare(ShareFormat.PORTAL_2017, 3, 4, 128, new long[] {1, 3, 0}, false),
            new KeyShare(ShareFormat.PORTAL_2017, 3, 4, 128, same, true))) {
      assertNotEquals(share, other);
    }
    assertNotEquals(share, (Object) "share");
    List<Integer> hashes = shares.stream().map(KeyShare::hashCode).distinct().toList();
    assertEquals(15, hashes.size());
    assertNotEquals(shares.get(0).hashCode(), secret.split(4, 5, stream).get(0).hashCode());
  }

  @Test
  void secretsAreEqualInTheirOctets() {
    Secret copy = Secret.of(secret.bytes());
    assertEquals(secret, copy);
    assertEquals(secret.hashCode(), copy.hashCode());
    assertEquals(128, copy.bits());
    assertNotEquals(secret, Secret.random(128, stream));
    assertNotEquals(secret, (Object) "secret");
  }

  @ParameterizedTest
  @CsvSource({"32, 2, 2", "512, 15, 15", "64, 2, 15"})
  void theSmallestAndTheLargestSplitsAreMadeAndRead(int bits, int quorum, int count) {
    Secret made = Secret.random(bits, stream);
    List<KeyShare> split = made.split(quorum, count, stream);
    List<String> texts = split.stream().map(KeyShare::text).toList();
    assertEquals(made, new Secret(KeyShare.parseAll(texts)));
    assertEquals(count, split.get(count - 1).index());
  }

  @Test
  void refusalsOfSplitsSayWhichNumberIsImpossible() {
    assertEquals(
        "a secret cannot be split into 16 shares", problem(() -> secret.split(2, 16, stream)));
    assertEquals(
        "a quorum of 4 of 3 shares is not possible", problem(() -> secret.split(4, 3, stream)));
    assertEquals(
        "a secret of 544 bits cannot be shared", problem(() -> Secret.random(544, stream)));
    Secret odd = Secret.of(SecretBytes.copyOf(new byte[5]));
    assertEquals(
        "the portal-2017 format shares secrets of 128 bits, not of 40",
        problem(() -> odd.split(ShareFormat.PORTAL_2017, 2, 3, stream)));
    List<KeyShare> all = secret.split(ShareFormat.PORTAL_2017_XOR, 3, 3, stream);
    assertEquals(ShareFormat.PORTAL_2017_XOR, all.get(0).format());
    assertEquals(secret, new Secret(all));
  }

  @Test
  void tooFewSharesAreCounted() {
    ShareException none = assertThrows(ShareException.class, () -> new Secret(List.of()));
    assertEquals("the quorum is 2 but only 0 shares were given", none.problem());
    ShareException one = assertThrows(ShareException.class, () -> new Secret(shares.get(0)));
    assertEquals("the quorum is 3 but only 1 share was given", one.problem());
    assertEquals("find 2 more of the same split; any of its shares will do", one.hint());
    List<KeyShare> all = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream);
    assertEquals(
        "this secret needs all of its 3 shares, but 1 was given",
        problem(() -> new Secret(all.get(0))));
    ShareException two =
        assertThrows(ShareException.class, () -> new Secret(all.get(0), all.get(1)));
    assertEquals("this secret needs all of its 3 shares, but 2 were given", two.problem());
    assertEquals("give each of the 3 shares once", two.hint());
  }

  @Test
  void severalStrangersAreNamedTogether() {
    List<KeyShare> others = Secret.random(128, stream).split(3, 15, stream);
    List<KeyShare> given = new ArrayList<>(shares.subList(0, 5));
    given.set(3, others.get(11));
    given.set(1, others.get(9));
    given.addAll(shares.subList(5, 7));
    ShareException.WrongShare e =
        assertThrows(ShareException.WrongShare.class, () -> new Secret(given));
    assertEquals("shares 2, 4 of the 7 given do not fit the other 5, which agree", e.problem());
    assertEquals(List.of(10, 12), e.indexes());
  }

  @Test
  void twoStrangersAreNamedWhereverTheyAre() {
    List<KeyShare> others = Secret.random(128, stream).split(3, 15, stream);
    for (List<Integer> places : Subsets.ofSize(List.of(0, 1, 2, 3, 4, 5, 6), 2)) {
      List<KeyShare> given = new ArrayList<>(shares.subList(0, 7));
      places.forEach(place -> given.set(place, others.get(place)));
      ShareException.WrongShare e =
          assertThrows(ShareException.WrongShare.class, () -> new Secret(given));
      assertEquals(places.stream().map(place -> place + 1).toList(), e.indexes());
    }
  }

  @Test
  void disagreementAsksForWhatHelps() {
    List<KeyShare> others = Secret.random(128, stream).split(3, 15, stream);
    ShareException one =
        assertThrows(
            ShareException.class,
            () -> new Secret(shares.get(0), shares.get(1), shares.get(2), others.get(3)));
    assertEquals("the 4 shares do not all belong to one split of quorum 3", one.problem());
    assertTrue(one.hint().startsWith("give one more share of the same split"), one.hint());
    List<KeyShare> mixed = new ArrayList<>(shares.subList(0, 3));
    mixed.addAll(others.subList(3, 6));
    ShareException more = assertThrows(ShareException.class, () -> new Secret(mixed));
    assertEquals("the 6 shares do not all belong to one split of quorum 3", more.problem());
    assertTrue(more.hint().startsWith("give more shares of one split"), more.hint());
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '-', '\u00a0', '\u2010', '\u2013', '\u2015', '\u2212'})
  void dashesOfWordProcessorsAreRead(char dash) {
    assertEquals(KeyShare.parse(MESH), KeyShare.parse(MESH.replace('-', dash)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\u200f|U+200F",
        "\u2016|U+2016",
        "\u007f|U+007F",
        "!|'!'",
        "~|'~'",
        "@|'@'",
        "[|'['",
        "`|'`'",
        "{|'{'",
        "9|'9'",
        "\u00e9|U+00E9"
      })
  void charactersBesideTheAcceptedOnesAreShownReadably(char found, String shown) {
    assertEquals(
        "character 6 of a share, in group 2, is "
            + shown
            + "; letters and the digits 2 to 7 are accepted",
        mistyped("SAYG-" + found + MESH.substring(6)));
  }

  @Test
  void everyLetterMayBeLowerCase() {
    for (KeyShare share : shares) {
      assertEquals(share, KeyShare.parse(share.text().toLowerCase(Locale.ROOT)));
    }
    String all = "sabc-defg-hijk-lmno-pqrs-tuvw-xyz2";
    assertEquals(mistyped(all.toUpperCase(Locale.ROOT)), mistyped(all));
  }

  @Test
  void groupsAreCountedFromOne() {
    assertEquals(
        "a share has groups of 4 or of 5 characters, and the dash at character 1 ends a group of"
            + " another length, group 1",
        mistyped("-SAYG"));
    assertEquals(
        "a share has groups of 4 or of 5 characters, and the dash at character 13 ends a group of"
            + " another length, group 3",
        mistyped("SAYG-3PVE-7H-N5"));
    assertEquals("no share has 3 characters: one is missing or too many", mistyped("SAY"));
    assertEquals("no share has 9 characters: one is missing or too many", mistyped("SAYG-3PVE-A"));
  }

  @Test
  void lengthsOfMeshSharesAreBounded() {
    for (int octets = 0; octets <= 76; octets++) {
      byte[] text = new byte[2 + octets];
      text[0] = (byte) 144;
      text[1] = 0x20;
      String written = Base32.encode(text, 4);
      if (octets % 4 == 0 && octets >= 4 && octets <= 64) {
        KeyShare read = KeyShare.parse(written);
        assertEquals(ShareFormat.MESH, read.format());
        assertEquals(8 * octets, read.bits());
        assertEquals(2, read.quorum());
        assertEquals(1, read.index());
      } else if (written.length() > 5) {
        assertEquals(
            "a share in groups of 4 starts with S and has 6, 10, 14 ... or 66 octets; this one"
                + " has "
                + (2 + octets),
            mistyped(written));
      }
    }
  }

  @Test
  void textsWithoutDashesThatAreTooShortForAPortalShareAreMeshShares() {
    for (int length : new int[] {14, 18}) {
      byte[] both = new byte[length];
      both[0] = (byte) 144;
      both[1] = 0x35;
      both[length - 1] = 1;
      String text = Base32.encode(both, 5).replace("-", "");
      if (length == 14) {
        assertEquals(ShareFormat.MESH, KeyShare.parse(text).format());
      } else {
        assertEquals(
            "without its dashes this share could be in groups of 4 or in groups of 5",
            mistyped(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x05, 0x15})
  void quorumsBelowTwoAreMistyped(int quorumAndIndex) {
    byte[] mesh = {(byte) 144, (byte) quorumAndIndex, 1, 2, 3, 4};
    assertTrue(mistyped(Base32.encode(mesh, 4)).startsWith("a share in groups of 4 starts with S"));
    assertEquals(
        "the first characters of a share tell a quorum of 2 to 15, but these do not",
        mistyped(Base32.encode(new byte[] {(byte) quorumAndIndex, 1, 2, 3}, 5)));
  }

  @Test
  void theShortestPortalShareHasOneOctet() {
    for (int value : new int[] {0, 1, 127}) {
      KeyShare share = KeyShare.parse(Base32.encode(new byte[] {0x20, (byte) value}, 5));
      assertEquals(value, share.value()[0]);
      assertEquals(share, KeyShare.parse(share.text()));
    }
  }

  @Test
  void octetsOfSharesAreClearedWhenTheyAreRead() {
    long[] number = {7, 0, 0};
    byte[] octets = Interpolation.octets(shares.get(0), number);
    assertEquals(7, octets[15]);
    assertArrayEquals(new long[3], number);
    byte[] little =
        Interpolation.octets(
            secret.split(ShareFormat.PORTAL_2017, 2, 3, stream).get(0), new long[] {7, 0, 0});
    assertEquals(7, little[0]);
  }
}
