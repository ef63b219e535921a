package dev.meshsim.share.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrecy of fewer shares than the quorum: exhaustive in small fields, else by statistics. */
class SecrecyTest {

  private static final PrimeField SEVENTEEN = new PrimeField(4, 1);
  private static final PrimeField TWO_FIVE_SEVEN = new PrimeField(8, 1);

  /** The chi-square value exceeded once in a million, for 256 degrees (Wilson and Hilferty). */
  private static final double CRITICAL = 375;

  @Test
  void everySecretIsEquallyLikelyGivenFewerSharesThanTheQuorum() {
    long checks = 0;
    for (int quorum = 2; quorum <= 3; quorum++) {
      for (int hidden : new int[] {0b0001, 0b0010, 0b1000, 0b0011, 0b0101, 0b1001, 0b1010}) {
        if (Integer.bitCount(hidden) == quorum - 1) {
          checks += countViews(quorum, hidden);
        }
      }
    }
    assertEquals(3 * 17 * 17 + 4 * 17 * 17 * 17, checks);
  }

  /** Requires that over all polynomials each secret gives each view of the shares equally often. */
  private static long countViews(int quorum, int seen) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    int polynomials = (int) Math.pow(17, quorum);
    for (int n = 0; n < polynomials; n++) {
      long[][] values = Polynomial.evaluate(SEVENTEEN, digits(n, quorum), 4);
      int secret = n % 17;
      counts.merge(List.of(secret, view(values, seen)), 1, Integer::sum);
    }
    counts.forEach((view, count) -> assertEquals(1, count, () -> "secret and view " + view));
    return counts.size();
  }

  /** The redraw of the published format rules out a few secrets; docs/escrow.md has the number. */
  @Test
  void theRedrawRulesOutNoMoreSecretsThanDocumented() {
    int shares = 4;
    for (int quorum = 2; quorum <= 3; quorum++) {
      Map<Integer, Integer> possible = new HashMap<>();
      int polynomials = (int) Math.pow(17, quorum);
      int seen = (1 << (quorum - 1)) - 1;
      for (int n = 0; n < polynomials; n++) {
        long[][] values = Polynomial.evaluate(SEVENTEEN, digits(n, quorum), shares);
        boolean fits = n % 17 < 16;
        for (long[] value : values) {
          fits &= value[0] < 16;
        }
        if (fits) {
          possible.merge(view(values, seen), 1, Integer::sum);
        }
      }
      int least = 16 - (shares - quorum + 1);
      possible.values().forEach(count -> assertTrue(count >= least && count <= 16));
      assertEquals((int) Math.pow(16, quorum - 1), possible.size());
    }
  }

  @Test
  void aPolynomialWithATooLargeValueIsDrawnAgain() {
    RandomStream stream = World.seeded(13).stream("test", "redraw");
    int tooLarge = 0;
    for (int i = 0; i < 2_000; i++) {
      for (boolean fit : new boolean[] {true, false}) {
        for (long[] value : Polynomial.split(SEVENTEEN, new long[] {i % 16}, 3, 5, fit, stream)) {
          assertTrue(value[0] < (fit ? 16 : 17));
          tooLarge += value[0] == 16 ? 1 : 0;
        }
      }
    }
    assertTrue(tooLarge > 300, "without it one value in 17 does not fit: " + tooLarge);
  }

  private static long[][] digits(int number, int count) {
    long[][] digits = new long[count][1];
    for (int i = 0; i < count; i++) {
      digits[i][0] = number % 17;
      number /= 17;
    }
    return digits;
  }

  private static int view(long[][] values, int seen) {
    int view = 0;
    for (int i = 0; i < values.length; i++) {
      if ((seen >>> i & 1) != 0) {
        view = view * 17 + (int) values[i][0];
      }
    }
    return view;
  }

  @Test
  void everyElementResultsFromEquallyManyDraws() {
    assertDrawsAreEven(SEVENTEEN, 17, 15);
    assertDrawsAreEven(new PrimeField(4, -3), 13, 19);
    assertDrawsAreEven(TWO_FIVE_SEVEN, 257, 255);
  }

  private static void assertDrawsAreEven(PrimeField field, int prime, int each) {
    UniformDraw draw = field.draw();
    int[] counts = new int[prime];
    int draws = 1 << (8 * draw.octets());
    int rejected = 0;
    long[] number = new long[field.limbs() + 1];
    for (int n = 0; n < draws; n++) {
      if (draw.accept(new byte[] {(byte) n, (byte) (n >> 8)}, 0, number)) {
        counts[(int) number[0]]++;
      } else {
        rejected++;
      }
    }
    for (int count : counts) {
      assertEquals(each, count, field + " takes all its numbers equally often");
    }
    assertEquals(draws - each * prime, rejected);
  }

  @Test
  void aShareOfAFixedSecretIsUniformByChiSquare() {
    RandomStream stream = World.seeded(8).stream("test", "chi-square");
    for (long secret : new long[] {0, 1, 128, 255, 256}) {
      for (int quorum : new int[] {2, 3, 7}) {
        for (int seen = 0; seen < 3; seen++) {
          int[] counts = new int[257];
          for (int i = 0; i < 257 * 100; i++) {
            long[][] values =
                Polynomial.split(TWO_FIVE_SEVEN, new long[] {secret}, quorum, 3, false, stream);
            counts[(int) values[seen][0]]++;
          }
          assertTrue(chiSquare(counts) < CRITICAL, "chi-square " + chiSquare(counts));
        }
      }
    }
  }

  @Test
  void theChiSquareTestDetectsABiasOfOneNumber() {
    RandomStream stream = World.seeded(9).stream("test", "bias");
    int[] counts = new int[257];
    for (byte octet : stream.bytes(257 * 400)) {
      counts[octet & 0xff]++;
    }
    assertFalse(chiSquare(counts) < CRITICAL, "an octet never is 256");
  }

  private static double chiSquare(int[] counts) {
    double total = 0;
    for (int count : counts) {
      total += count;
    }
    double expected = total / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
