package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The failures of sharing: each has a class, a code and a hint of its own. */
class ShareErrorsTest {

  private final RandomStream stream = World.seeded(12).stream("test", "errors");
  private final Secret secret = Secret.random(128, stream);
  private final List<KeyShare> shares = secret.split(3, 6, stream);
  private final List<KeyShare> others = Secret.random(128, stream).split(3, 6, stream);

  private static <T extends ShareException> T refused(
      Class<T> type, String code, KeyShare... given) {
    T e = assertThrows(type, () -> new Secret(given));
    assertEquals(code, e.code());
    assertFalse(e.hint().isBlank());
    for (KeyShare share : given) {
      assertTrue(ShareLaws.nothingIsGivenAway(share, e.getMessage()));
    }
    return e;
  }

  @Test
  void tooFew() {
    refused(ShareException.TooFewShares.class, "share.too-few");
    refused(ShareException.TooFewShares.class, "share.too-few", shares.get(0), shares.get(5));
  }

  @Test
  void duplicate() {
    KeyShare one = shares.get(0);
    ShareException same =
        refused(ShareException.DuplicateShare.class, "share.duplicate", one, shares.get(1), one);
    assertTrue(same.problem().contains("given twice"), same.problem());
    ShareException split =
        refused(
            ShareException.DuplicateShare.class,
            "share.duplicate",
            one,
            shares.get(1),
            others.get(0));
    assertTrue(split.problem().contains("two splits"), split.problem());
  }

  @Test
  void mixedQuorum() {
    KeyShare stranger = secret.split(2, 3, stream).get(2);
    refused(ShareException.MixedQuorum.class, "share.mixed-quorum", shares.get(0), stranger);
  }

  @Test
  void mixedLength() {
    KeyShare stranger = Secret.random(256, stream).split(3, 3, stream).get(2);
    refused(ShareException.MixedLength.class, "share.mixed-length", shares.get(0), stranger);
  }

  @Test
  void mixedFormat() {
    KeyShare portal = secret.split(ShareFormat.PORTAL_2017, 3, 5, stream).get(2);
    KeyShare xor = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream).get(2);
    refused(ShareException.MixedFormat.class, "share.mixed-format", shares.get(0), portal);
    refused(ShareException.MixedFormat.class, "share.mixed-format", portal, xor);
  }

  @Test
  void aWrongNumberOfExclusiveOrShares() {
    List<KeyShare> all = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream);
    List<KeyShare> more = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream);
    refused(ShareException.XorCount.class, "share.xor-count", all.get(0), all.get(1));
    refused(
        ShareException.XorCount.class,
        "share.xor-count",
        all.get(0),
        all.get(1),
        all.get(2),
        more.get(0));
    refused(
        ShareException.DuplicateShare.class, "share.duplicate", all.get(0), all.get(1), all.get(0));
  }

  @Test
  void oneSurplusShareShowsADisagreement() {
    ShareException e =
        refused(
            ShareException.SharesDisagree.class,
            "share.disagree",
            shares.get(0),
            shares.get(1),
            shares.get(2),
            others.get(3));
    assertTrue(e.hint().contains("one more share"), e.hint());
  }

  @Test
  void twoSurplusSharesIdentifyTheWrongShare() {
    ShareException.WrongShare e =
        refused(
            ShareException.WrongShare.class,
            "share.wrong-share",
            shares.get(0),
            others.get(3),
            shares.get(1),
            shares.get(2),
            shares.get(5));
    assertEquals(List.of(4), e.indexes());
    ShareException.WrongShare two =
        refused(
            ShareException.WrongShare.class,
            "share.wrong-share",
            others.get(0),
            others.get(3),
            shares.get(1),
            shares.get(2),
            shares.get(4),
            shares.get(5));
    assertEquals(List.of(1, 4), two.indexes());
  }

  @Test
  void anEvenMixtureOfTwoSplitsIsRefused() {
    List<KeyShare> one = secret.split(2, 6, stream);
    List<KeyShare> two = secret.split(2, 6, stream);
    refused(
        ShareException.SharesDisagree.class,
        "share.disagree",
        one.get(0),
        one.get(1),
        one.get(2),
        two.get(3),
        two.get(4),
        two.get(5));
  }

  @Test
  void aNumberTooLargeForASecret() {
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      List<KeyShare> one = secret.split(ShareFormat.PORTAL_2017, 2, 3, stream);
      List<KeyShare> two = secret.split(ShareFormat.PORTAL_2017, 2, 3, stream);
      try (Secret mixed = new Secret(one.get(0), two.get(1))) {
        assertFalse(mixed.equals(secret));
      } catch (ShareException.SharesDisagree e) {
        refused++;
      }
    }
    assertTrue(refused > 60 && refused < 140, "about half: " + refused);
  }

  @Test
  void anotherSecret() {
    Secret found = new Secret(shares.get(0), shares.get(1), others.get(2));
    for (UdfFormat format : UdfFormat.values()) {
      Udf identifier = secret.identifier(format);
      secret.confirm(identifier);
      ShareException e =
          assertThrows(ShareException.WrongSecret.class, () -> found.confirm(identifier));
      assertEquals("share.wrong-secret", e.code());
      assertThrows(
          ShareException.WrongSecret.class,
          () -> Secret.recover(List.of(shares.get(0), shares.get(1), others.get(2)), identifier));
      assertEquals(secret, Secret.recover(shares, identifier));
    }
  }

  @Test
  void impossibleSplitsAreRefused() {
    assertCode("share.count", () -> secret.split(2, 1, stream));
    assertCode("share.count", () -> secret.split(2, 16, stream));
    assertCode("share.quorum", () -> secret.split(1, 3, stream));
    assertCode("share.quorum", () -> secret.split(4, 3, stream));
    assertCode("share.quorum", () -> secret.split(ShareFormat.PORTAL_2017_XOR, 2, 3, stream));
    assertCode("share.bits", () -> Secret.random(0, stream));
    assertCode("share.bits", () -> Secret.random(40, stream));
    assertCode("share.bits", () -> Secret.random(544, stream));
    assertCode("share.bits", () -> Secret.of(SecretBytes.copyOf(new byte[0])));
    Secret odd = Secret.of(SecretBytes.copyOf(new byte[5]));
    assertCode("share.bits", () -> odd.split(2, 3, stream));
    assertCode("share.bits", () -> odd.split(ShareFormat.PORTAL_2017, 2, 3, stream));
  }

  private static void assertCode(String code, Runnable attempt) {
    assertEquals(code, assertThrows(ShareException.class, attempt::run).code());
  }

  @Test
  void aSecretPrintsOnlyItsLengthAndIsClearedByClose() {
    assertEquals("Secret[128 bits]", secret.toString());
    Secret copy = Secret.of(secret.bytes());
    assertEquals(secret, copy);
    copy.close();
    assertThrows(IllegalStateException.class, copy::bytes);
    assertEquals(secret, new Secret(new ArrayList<>(shares)), "the original is untouched");
  }
}
