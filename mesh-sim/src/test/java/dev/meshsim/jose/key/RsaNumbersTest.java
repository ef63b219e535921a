package dev.meshsim.jose.key;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/**
 * A private key whose numbers do not fit together is never used: it would leak the prime numbers.
 */
class RsaNumbersTest {

  // p = 11, q = 13, e = 7, d = 103: n = 143, dp = 3, dq = 7, qi = 6 since 6 * 13 = 7 * 11 + 1.
  private static final int[] GOOD = {143, 7, 103, 11, 13, 3, 7, 6};
  private static final int N = 0;
  private static final int E = 1;
  private static final int D = 2;
  private static final int P = 3;
  private static final int Q = 4;
  private static final int DP = 5;
  private static final int DQ = 6;
  private static final int QI = 7;

  private static boolean pair(int... numbers) {
    BigInteger[] all = new BigInteger[numbers.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = BigInteger.valueOf(numbers[i]);
    }
    return new RsaNumbers(all[N], all[E], all[D], all[P], all[Q], all[DP], all[DQ], all[QI])
        .arePair();
  }

  private static int[] with(int index, int value) {
    int[] numbers = GOOD.clone();
    numbers[index] = value;
    return numbers;
  }

  @Test
  void everyRelationHolds() {
    assertTrue(pair(GOOD));
    assertTrue(pair(with(D, 43)), "another d of the same e, over the least common multiple");
  }

  @Test
  void eachNumberThatIsChangedIsNoticed() {
    for (int i = 0; i < GOOD.length; i++) {
      for (int value : new int[] {-GOOD[i], 0, 1, 2, GOOD[i] - 1, GOOD[i] + 1, GOOD[i] + 120}) {
        if (!(i == E && value == 127) && value != GOOD[i]) {
          assertFalse(pair(with(i, value)), "number " + i + " is " + value);
        }
      }
    }
  }

  @Test
  void aPrivateExponentOutsideOfTheModulusIsRefused() {
    assertFalse(pair(with(D, 103 + 120)), "congruent to d, but larger than n");
    assertFalse(pair(with(D, 103 - 120)), "congruent to d, but negative");
    assertFalse(pair(with(D, 103 + 60)));
    assertTrue(pair(143, 47, 23, 11, 13, 3, 11, 6));
    assertFalse(pair(143, 47, 143, 11, 13, 3, 11, 6), "the modulus itself");
  }

  @Test
  void anExponentThatFitsOnePrimeNumberOnlyIsRefused() {
    assertFalse(pair(143, 7, 3, 11, 13, 3, 3, 6), "7 * 3 is 1 modulo 10 and 9 modulo 12");
    assertFalse(pair(143, 7, 7, 11, 13, 7, 7, 6), "7 * 7 is 9 modulo 10 and 1 modulo 12");
  }

  @Test
  void anInverseOutsideOfThePrimeNumberIsRefused() {
    assertFalse(pair(with(QI, 6 + 11)));
    assertFalse(pair(with(QI, 6 - 11)));
  }

  @Test
  void oneTwoAndEqualPrimeNumbersAreRefused() {
    assertFalse(pair(121, 7, 3, 11, 11, 3, 3, 1));
    assertFalse(pair(13, 7, 7, 1, 13, 0, 7, 0));
    assertFalse(pair(11, 7, 3, 11, 1, 3, 0, 1));
    assertFalse(pair(22, 3, 7, 2, 11, 0, 7, 1));
    assertFalse(pair(22, 3, 7, 11, 2, 7, 0, 6));
    assertFalse(pair(143, 7, 103, -11, -13, 3, 7, 6));
  }
}
