package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Base32;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTextTest {

  private static final String MESH = "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y";
  private static final String PORTAL = "GBYHI-532PW-AIHBU-JRSHZ-FFMYT-OPAC";

  private final RandomStream stream = World.seeded(11).stream("test", "text");

  @Test
  void theTextShowsFormatQuorumIndexAndLength() {
    KeyShare mesh = KeyShare.parse(MESH);
    assertEquals("KeyShare[MESH, quorum 3, index 1]", mesh.toString());
    assertEquals(128, mesh.bits());
    KeyShare portal = KeyShare.parse(PORTAL);
    assertEquals("KeyShare[PORTAL_2017, quorum 3, index 1]", portal.toString());
    assertEquals(128, portal.bits());
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "'   ', empty",
    "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44, last character",
    "SAYG-3PVE-7HN5-OVLB-, cut short",
    "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Z, last character",
    "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-, last character",
    "SAYG-3PVE-7HN5-OVLB-MAY-3E5C-NT44-Y, dash at character 24",
    "SAYG-3PVE-7HN5-OVLB-MAY9-3E5C-NT44-Y, character 24",
    "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y-, dash at character 37",
    "SAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-YY, characters",
    "SAAG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y, octets",
    "TAYG-3PVE-7HN5-OVLB-MAY7-3E5C-NT44-Y, octets",
    "GBYHI-532PW-AIHBU-JRSHZ-FFMYT-OPAD, last character",
    "CBYHI-532PW-AIHBU-JRSHZ-FFMYT-OPAC, quorum",
    "-GBYHI, dash at character 1",
    "GA, quorum",
    "\u20ac\u20ac, U+20AC",
  })
  void anythingElseIsMistyped(String text, String problem) {
    MeshException e = Failing.with(ShareException.Code.MISTYPED, () -> KeyShare.parse(text));
    assertTrue(e.problem().contains(problem), e.problem());
    assertEquals("share.mistyped", e.code());
  }

  @Test
  void aNumberOutsideTheFieldIsRefused() {
    byte[] prime = new byte[18];
    Arrays.fill(prime, (byte) -1);
    prime[0] = 0x20;
    prime[1] = -25;
    prime[17] = 1;
    refuse(prime);
    prime[1]--;
    KeyShare.parse(Base32.encode(prime, 5));
    prime[17] = 2;
    refuse(prime);
    prime[17] = -1;
    prime[16] = 0;
    refuse(prime);
    refuse(Bytes.hex("20" + "ff".repeat(20) + "00").toArray());
  }

  private static void refuse(byte[] octets) {
    String text = Base32.encode(octets, 5);
    MeshException e = Failing.with(ShareException.Code.OUT_OF_FIELD, () -> KeyShare.parse(text));
    assertEquals("share.out-of-field", e.code());
  }

  @Test
  void aNumberWithASurplusOctetIsRefused() {
    String text = Base32.encode(Bytes.hex("20" + "11".repeat(14) + "00").toArray(), 5);
    Failing.with(ShareException.Code.MISTYPED, () -> KeyShare.parse(text));
    String needed = Base32.encode(Bytes.hex("20" + "91".repeat(14) + "00").toArray(), 5);
    assertTrue(ShareLaws.textIsTheShare(KeyShare.parse(needed)));
  }

  @Test
  void anAmbiguousTextNeedsItsDashes() {
    byte[] both = new byte[18];
    both[0] = (byte) 144;
    both[1] = 0x35;
    both[17] = 1;
    String fours = Base32.encode(both, 4);
    String fives = Base32.encode(both, 5);
    assertEquals(ShareFormat.MESH, KeyShare.parse(fours).format());
    assertEquals(ShareFormat.PORTAL_2017, KeyShare.parse(fives).format());
    assertEquals(9, KeyShare.parse(fives).quorum());
    Failing.with(ShareException.Code.MISTYPED, () -> KeyShare.parse(fours.replace("-", "")));
    both[17] = 3;
    String clear = Base32.encode(both, 4).replace("-", "");
    assertEquals(ShareFormat.MESH, KeyShare.parse(clear).format());
  }

  @Test
  void sharesWithoutDashesAreReadInTheirOwnFormatOrRefused() {
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 40_000; i++) {
      ShareFormat format = i % 2 == 0 ? ShareFormat.MESH : ShareFormat.PORTAL_2017;
      int quorum = i % 4 < 2 ? 9 : 3;
      int bits = format == ShareFormat.MESH ? 32 * (1 + i % 8) : 128;
      try (Secret secret = Secret.random(bits, stream)) {
        KeyShare share = secret.split(format, quorum, quorum + 1, stream).get(0);
        assertTrue(ShareLaws.formatIsKnown(share), share::text);
        if (readsWithoutDashes(share)) {
          read++;
        } else {
          refused++;
        }
      }
    }
    System.out.println("shares without dashes: read " + read + ", refused as unclear " + refused);
    assertTrue(refused < read / 3, "refused " + refused);
  }

  private static boolean readsWithoutDashes(KeyShare share) {
    try {
      KeyShare.parse(share.text().replace("-", ""));
      return true;
    } catch (ShareException e) {
      assertEquals(ShareException.Code.MISTYPED, e.errorCode());
      return false;
    }
  }

  @Test
  void exclusiveOrSharesOfAnyLengthHaveTheReferencesText() {
    for (int length = 1; length <= 100; length++) {
      Secret secret = Secret.of(SecretBytes.moveFrom(stream.bytes(length)));
      for (int count : new int[] {2, 3, 15}) {
        if (length == 1 && count == 15) {
          continue;
        }
        List<KeyShare> shares = secret.split(ShareFormat.PORTAL_2017, count, count, stream);
        assertTrue(ShareLaws.enoughRecover(secret, shares));
        for (KeyShare share : shares) {
          assertEquals(ShareFormat.PORTAL_2017_XOR, share.format());
          assertTrue(ShareLaws.textIsTheShare(share));
          int characters = share.text().replace("-", "").length();
          assertEquals(characters % 5 == 0, share.text().endsWith("-"));
          String cut = share.text().replaceAll("-$", "");
          assertEquals(share, KeyShare.parse(cut));
        }
      }
    }
  }

  @Test
  void equalSeedsGiveEqualShares() {
    Secret secret = Secret.random(256, stream);
    List<KeyShare> one = secret.split(3, 5, World.seeded(1).stream("m", "p"));
    List<KeyShare> two = secret.split(3, 5, World.seeded(1).stream("m", "p"));
    List<KeyShare> other = secret.split(3, 5, World.seeded(2).stream("m", "p"));
    assertEquals(one, two);
    assertFalse(one.equals(other));
    assertEquals(one.get(0).hashCode(), other.get(0).hashCode(), "a hash gives nothing away");
  }
}
