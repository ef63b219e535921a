package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.share.field.Oracle;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.udf.Base32;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares of the reference implementation of 2017, with its 32-bit overflow. */
class Overflow2017Test {

  private static final BigInteger PRIME = Oracle.prime(PrimeField.PORTAL_2017);

  private final RandomStream stream = World.seeded(10).stream("test", "overflow");
  private final Random dice = new Random(10);

  @Test
  void theSmallestOverflowingQuorumsAreKnown() {
    int[] worstGoodQuorum = {0, 15, 15, 15, 15, 14, 12, 12, 11, 10, 10, 9, 9, 9, 9, 8};
    for (int index = 1; index <= 15; index++) {
      for (int quorum = 2; quorum <= 15; quorum++) {
        assertEquals(
            quorum > worstGoodQuorum[index],
            Overflow2017.touches(quorum, index),
            "quorum " + quorum + " index " + index);
      }
    }
  }

  @Test
  void oneSurplusShareAlwaysRecoversAnOverflow() {
    int recovered = 0;
    for (int quorum = 2; quorum <= 14; quorum++) {
      for (int i = 0; i < 20; i++) {
        Secret secret = Secret.random(128, stream);
        List<KeyShare> shares = reference(secret, quorum, 15);
        Collections.shuffle(shares, dice);
        assertEquals(secret, new Secret(shares.subList(0, quorum + 1)));
        recovered++;
      }
    }
    assertEquals(260, recovered);
  }

  @Test
  void aQuorumRecoversAnOverflowOrReportsIt() {
    int recovered = 0;
    int named = 0;
    for (int quorum = 9; quorum <= 14; quorum++) {
      for (int i = 0; i < 50; i++) {
        Secret secret = Secret.random(128, stream);
        Udf identifier = secret.identifier(UdfFormat.PORTAL_2017);
        List<KeyShare> shares = reference(secret, quorum, 15);
        Collections.shuffle(shares, dice);
        List<KeyShare> given = shares.subList(0, quorum);
        try {
          assertEquals(secret, new Secret(given), "never another secret");
          recovered++;
        } catch (ShareException e) {
          assertEquals(ShareException.Code.OVERFLOW_2017, e.errorCode());
          named++;
        }
        assertEquals(secret, Secret.recover(given, identifier));
      }
    }
    System.out.println(
        "reference shares of quorum 9 to 14, a quorum of them: recovered "
            + recovered
            + ", refused by name "
            + named
            + "; all recovered with the identifier");
    assertTrue(recovered > 250 && named > 0, recovered + " and " + named);
  }

  @Test
  void everySetOfIndexesHasOneSolution() {
    int sets = 0;
    List<KeyShare> shares = new ArrayList<>();
    for (int quorum = 9; quorum <= 15; quorum++) {
      shares = reference(Secret.random(128, stream), quorum, 15);
      for (List<KeyShare> subset : Subsets.ofSize(shares, quorum)) {
        assertTrue(ShareConsistency.holds(subset, overflow()), () -> "no solution: " + subset);
        sets++;
      }
    }
    System.out.println("sets of indexes whose wrapped powers have one solution: " + sets);
    assertEquals(5005 + 3003 + 1365 + 455 + 105 + 15 + 1, sets);
  }

  private static ShareModel overflow() {
    return Overflow2017.INSTANCE;
  }

  @Test
  void sharesWithoutOverflowAreRecoveredAsUsual() {
    for (int quorum = 9; quorum <= 14; quorum++) {
      for (int i = 0; i < 20; i++) {
        Secret secret = Secret.random(128, stream);
        List<KeyShare> shares =
            new ArrayList<>(secret.split(ShareFormat.PORTAL_2017, quorum, 15, stream));
        Collections.shuffle(shares, dice);
        assertEquals(secret, new Secret(shares));
        assertEquals(secret, new Secret(shares.subList(0, quorum + 1)));
        Secret named =
            Secret.recover(shares.subList(0, quorum), secret.identifier(UdfFormat.PORTAL_2017));
        assertEquals(secret, named);
      }
    }
  }

  @Test
  void aWrongShareAmongOverflowedOnesIsIdentifiedOrRefused() {
    Secret secret = Secret.random(128, stream);
    List<KeyShare> shares = reference(secret, 11, 15).subList(2, 15);
    KeyShare right = shares.get(4);
    long[] value = right.value().clone();
    value[0] ^= 4;
    shares.set(4, new KeyShare(ShareFormat.PORTAL_2017, 11, right.index(), 128, value, false));
    ShareException.WrongShare e =
        assertThrows(ShareException.WrongShare.class, () -> new Secret(shares));
    assertEquals(List.of(right.index()), e.indexes());
    Failing.with(ShareException.Code.OVERFLOW_2017, () -> new Secret(shares.subList(0, 12)));
  }

  @Test
  void aWrongOverflowedShareIsNamedByThoseThatCannotOverflow() {
    List<KeyShare> shares = reference(Secret.random(128, stream), 9, 15);
    List<KeyShare> given = new ArrayList<>(shares.subList(0, 11));
    long[] value = {1, 2, 0, 0};
    given.add(new KeyShare(ShareFormat.PORTAL_2017, 9, 15, 128, value, false));
    ShareException.WrongShare e =
        assertThrows(ShareException.WrongShare.class, () -> new Secret(given));
    assertEquals("share 12 of the 12 given does not fit the other 11, which agree", e.problem());
    assertEquals(List.of(15), e.indexes());
  }

  @Test
  void refusalsNameTheSharesThatMayHaveOverflowed() {
    List<String> ambiguous = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<KeyShare> given = reference(Secret.random(128, stream), 9, 15).subList(6, 15);
      try {
        new Secret(given).close();
      } catch (ShareException e) {
        ambiguous.add(e.problem());
      }
    }
    assertFalse(ambiguous.isEmpty());
    ambiguous.forEach(
        problem ->
            assertEquals(
                "the reference implementation's 32-bit overflow may have spoiled share 15, and the"
                    + " shares give one secret if it did and another if not",
                problem));
    List<KeyShare> mixed = reference(Secret.random(128, stream), 11, 15).subList(2, 12);
    mixed.addAll(reference(Secret.random(128, stream), 11, 15).subList(12, 14));
    assertEquals(
        "the shares fit together neither as they should nor as the reference implementation's"
            + " 32-bit overflow spoils shares 9, 10, 11, 12, 13, 14",
        assertThrows(ShareException.class, () -> new Secret(mixed)).problem());
  }

  @Test
  void aNegativeNumberIsKeptAsWritten() {
    List<KeyShare> negative = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      for (KeyShare share : reference(Secret.random(128, stream), 12, 15)) {
        assertTrue(ShareLaws.textIsTheShare(share));
        if (share.negative()) {
          negative.add(share);
        }
      }
    }
    assertFalse(negative.isEmpty());
    assertTrue(negative.stream().allMatch(share -> Overflow2017.touches(12, share.index())));
  }

  /** Splits with wrapped powers and a remainder that keeps its sign, then writes and reads. */
  private List<KeyShare> reference(Secret secret, int quorum, int count) {
    List<BigInteger> coefficients = new ArrayList<>();
    try (SecretBytes octets = secret.bytes()) {
      coefficients.add(littleEndian(octets.expose()));
    }
    for (int i = 1; i < quorum; i++) {
      coefficients.add(littleEndian(stream.bytes(16)));
    }
    List<KeyShare> shares = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      BigInteger sum = BigInteger.ZERO;
      int power = 1;
      for (BigInteger coefficient : coefficients) {
        sum = sum.add(coefficient.multiply(BigInteger.valueOf(power)));
        power *= index;
      }
      byte[] big = sum.remainder(PRIME).toByteArray();
      byte[] octets = new byte[big.length + 1];
      octets[0] = (byte) (quorum * 16 + index - 1);
      for (int i = 0; i < big.length; i++) {
        octets[big.length - i] = big[i];
      }
      shares.add(KeyShare.parse(Base32.encode(octets, 5)));
    }
    return shares;
  }

  private static BigInteger littleEndian(byte[] octets) {
    BigInteger number = BigInteger.ZERO;
    for (int i = octets.length - 1; i >= 0; i--) {
      number = number.shiftLeft(8).or(BigInteger.valueOf(octets[i] & 0xff));
    }
    return number;
  }
}
