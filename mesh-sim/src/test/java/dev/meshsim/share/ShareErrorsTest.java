package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way in which shares can be wrong has a code and a next step of its own. */
class ShareErrorsTest {

  private final RandomStream stream = World.seeded(12).stream("test", "errors");
  private final Secret secret = Secret.random(128, stream);
  private final List<KeyShare> shares = secret.split(3, 6, stream);
  private final List<KeyShare> others = Secret.random(128, stream).split(3, 6, stream);

  private static MeshException refused(ShareException.Code code, KeyShare... given) {
    MeshException e = Failing.with(code, () -> new Secret(given));
    assertFalse(e.hint().isBlank());
    for (KeyShare share : given) {
      assertTrue(ShareLaws.nothingIsGivenAway(share, e.getMessage()));
    }
    return e;
  }

  @Test
  void tooFew() {
    refused(ShareException.Code.TOO_FEW);
    refused(ShareException.Code.TOO_FEW, shares.get(0), shares.get(5));
  }

  @Test
  void duplicate() {
    KeyShare one = shares.get(0);
    MeshException same = refused(ShareException.Code.DUPLICATE, one, shares.get(1), one);
    assertTrue(same.problem().contains("given twice"), same.problem());
    MeshException split = refused(ShareException.Code.DUPLICATE, one, shares.get(1), others.get(0));
    assertTrue(split.problem().contains("two splits"), split.problem());
  }

  @Test
  void mixedQuorum() {
    KeyShare stranger = secret.split(2, 3, stream).get(2);
    refused(ShareException.Code.MIXED_QUORUM, shares.get(0), stranger);
  }

  @Test
  void mixedLength() {
    KeyShare stranger = Secret.random(256, stream).split(3, 3, stream).get(2);
    refused(ShareException.Code.MIXED_LENGTH, shares.get(0), stranger);
  }

  @Test
  void mixedFormat() {
    KeyShare portal = secret.split(ShareFormat.PORTAL_2017, 3, 5, stream).get(2);
    KeyShare xor = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream).get(2);
    refused(ShareException.Code.MIXED_FORMAT, shares.get(0), portal);
    refused(ShareException.Code.MIXED_FORMAT, portal, xor);
  }

  @Test
  void aWrongNumberOfExclusiveOrShares() {
    List<KeyShare> all = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream);
    List<KeyShare> more = secret.split(ShareFormat.PORTAL_2017, 3, 3, stream);
    refused(ShareException.Code.XOR_COUNT, all.get(0), all.get(1));
    refused(ShareException.Code.XOR_COUNT, all.get(0), all.get(1), all.get(2), more.get(0));
    refused(ShareException.Code.DUPLICATE, all.get(0), all.get(1), all.get(0));
  }

  @Test
  void oneShareMoreShowsThatTheyDisagree() {
    MeshException e =
        refused(
            ShareException.Code.DISAGREE,
            shares.get(0),
            shares.get(1),
            shares.get(2),
            others.get(3));
    assertTrue(e.hint().contains("one more share"), e.hint());
  }

  @Test
  void twoSharesMoreNameTheWrongOne() {
    MeshException e =
        refused(
            ShareException.Code.WRONG_SHARE,
            shares.get(0),
            others.get(3),
            shares.get(1),
            shares.get(2),
            shares.get(5));
    assertEquals(List.of(4), ((ShareException.WrongShare) e).indexes());
    MeshException two =
        refused(
            ShareException.Code.WRONG_SHARE,
            others.get(0),
            others.get(3),
            shares.get(1),
            shares.get(2),
            shares.get(4),
            shares.get(5));
    assertEquals(List.of(1, 4), ((ShareException.WrongShare) two).indexes());
  }

  @Test
  void anEvenMixtureOfTwoSplitsIsRefused() {
    List<KeyShare> one = secret.split(2, 6, stream);
    List<KeyShare> two = secret.split(2, 6, stream);
    refused(
        ShareException.Code.DISAGREE,
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
      } catch (ShareException e) {
        assertEquals(ShareException.Code.DISAGREE, e.errorCode());
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
      MeshException e =
          Failing.with(ShareException.Code.WRONG_SECRET, () -> found.confirm(identifier));
      assertEquals("share.wrong-secret", e.code());
      Failing.with(
          ShareException.Code.WRONG_SECRET,
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
