package dev.meshsim.share.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic in limbs, compared with BigInteger. */
class ArithmeticTest {

  private static final int SPLITS_PER_FIELD = Exhaustive.count(5_000, 1_000);

  @Test
  void everyFieldAgreesWithBigInteger() {
    RandomStream stream = World.seeded(3).stream("test", "arithmetic");
    int splits = 0;
    for (PrimeField field : fields()) {
      for (int i = 0; i < SPLITS_PER_FIELD; i++) {
        compare(field, stream);
        splits++;
      }
    }
    System.out.println("splits and combinations compared with BigInteger: " + splits);
    assertTrue(splits > Exhaustive.count(100_000, 20_000));
  }

  private static List<PrimeField> fields() {
    List<PrimeField> fields = new ArrayList<>();
    for (int bits = 32; bits <= 512; bits += 32) {
      fields.add(PrimeField.mesh(bits));
    }
    fields.add(PrimeField.PORTAL_2017);
    fields.add(new PrimeField(4, 1));
    fields.add(new PrimeField(4, 3));
    fields.add(new PrimeField(5, -1));
    fields.add(new PrimeField(8, 1));
    fields.add(new PrimeField(16, 1));
    return fields;
  }

  private static void compare(PrimeField field, RandomStream stream) {
    BigInteger prime = Oracle.prime(field);
    Random dice = new Random(new BigInteger(stream.bytes(8)).longValue());
    int quorum = 1 + dice.nextInt(15);
    int shares = Math.max(quorum, 1 + dice.nextInt(16));
    List<BigInteger> coefficients = new ArrayList<>();
    for (int i = 0; i < quorum; i++) {
      coefficients.add(corner(prime, dice));
    }
    long[][] values = Polynomial.evaluate(field, Oracle.limbs(field, coefficients), shares);
    List<Integer> indexes = new ArrayList<>();
    for (int x = 1; x <= shares; x++) {
      BigInteger expected = Oracle.evaluate(prime, coefficients, x);
      assertEquals(expected, Oracle.number(values[x - 1]));
      indexes.add(x);
    }
    Collections.shuffle(indexes, dice);
    combine(field, prime, values, indexes.subList(0, quorum), coefficients.get(0));
  }

  /** Combines arbitrary values, so that coefficients are not limited to those of a split. */
  private static void combine(
      PrimeField field, BigInteger prime, long[][] values, List<Integer> xs, BigInteger secret) {
    int mask = 0;
    for (int x : xs) {
      mask |= 1 << x;
    }
    Lagrange lagrange = field.lagrange(mask);
    long[] weights = new long[xs.size()];
    long[][] picked = new long[xs.size()][];
    List<BigInteger> ys = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = lagrange.numerator(xs.get(i));
      picked[i] = values[xs.get(i) - 1];
      ys.add(Oracle.number(picked[i]));
    }
    long[] sum = new long[field.limbs() + 1];
    field.weightedSum(weights, picked, weights.length, sum);
    lagrange.divide(sum);
    assertEquals(secret, Oracle.number(sum), () -> field + " " + xs);
    if (secret.intValue() % 16 == 0) {
      assertEquals(secret, Oracle.atZero(prime, xs, ys), "the oracle itself");
    }
  }

  /** Draws numbers, often at the edges of the field, where carries and folds are extreme. */
  private static BigInteger corner(BigInteger prime, Random dice) {
    BigInteger small = BigInteger.valueOf(dice.nextInt(40));
    return switch (dice.nextInt(6)) {
      case 0 -> small.mod(prime);
      case 1 -> prime.subtract(BigInteger.ONE).subtract(small).mod(prime);
      case 2 ->
          BigInteger.ONE.shiftLeft(dice.nextInt(prime.bitLength())).subtract(small).mod(prime);
      default -> new BigInteger(prime.bitLength() + 16, dice).mod(prime);
    };
  }

  @Test
  void theCoefficientsOfEverySubsetAreWithinTheirBounds() {
    PrimeField field = PrimeField.mesh(32);
    long mostSum = 0;
    long mostDenominator = 0;
    int subsets = 0;
    for (int mask = 2; mask < 1 << 17; mask += 2) {
      Lagrange lagrange = field.lagrange(mask);
      long sum = 0;
      for (int x = 1; x <= 16; x++) {
        sum += Math.abs(lagrange.numerator(x));
      }
      mostSum = Math.max(mostSum, sum);
      mostDenominator = Math.max(mostDenominator, lagrange.denominator());
      subsets++;
    }
    assertEquals(65_535, subsets);
    assertTrue(mostSum < 1 << 25, "numerators' sum " + mostSum);
    assertTrue(mostDenominator < 1 << 18, "denominator " + mostDenominator);
  }

  @Test
  void theLargestPowersOfAnIndexFitTheWeightedSum() {
    long powers = 0;
    for (int exponent = 0; exponent <= 7; exponent++) {
      powers += (long) Math.pow(16, exponent);
    }
    assertTrue(powers < 1L << PrimeField.WEIGHT_BITS, "powers' sum " + powers);
  }
}
