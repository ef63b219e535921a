package dev.meshsim.report.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

  /** Logarithms 0 and 2 in both forks: nothing differs between them. */
  @Test
  void forksThatAgreeCountEveryScore() {
    double e2 = Math.exp(2);
    Estimate estimate = Estimate.of(List.of(List.of(1.0, e2), List.of(1.0, e2)));
    assertEquals(1, estimate.log(), 1e-12);
    // The variance of 0 2 0 2 is 4/3, of their mean 1/3.
    assertEquals(Math.sqrt(1.0 / 3), estimate.error(), 1e-12);
    assertEquals(3, estimate.freedom(), 1e-12);
    // Student's 97.5 % quantile with 3 degrees of freedom.
    assertEquals(Math.expm1(3.182446 * Math.sqrt(1.0 / 3)), estimate.spread(), 1e-4);
  }

  /** Each fork has one speed: there are two observations, however many iterations. */
  @Test
  void forksThatDifferCountOnce() {
    double e2 = Math.exp(2);
    Estimate estimate = Estimate.of(List.of(List.of(1.0, 1.0, 1.0, 1.0), List.of(e2, e2, e2, e2)));
    assertEquals(1, estimate.log(), 1e-12);
    assertEquals(1, estimate.freedom(), 1e-9);
    // The variance of 0 and 2 is 2, of their mean 1.
    assertEquals(1, estimate.error(), 1e-9);
  }

  @Test
  void oneIterationInEachForkIsAnOrdinaryMean() {
    Estimate estimate =
        Estimate.of(List.of(List.of(1.0), List.of(Math.exp(1)), List.of(Math.exp(2))));
    assertEquals(1, estimate.log(), 1e-12);
    assertEquals(Math.sqrt(1.0 / 3), estimate.error(), 1e-12);
    assertEquals(2, estimate.freedom(), 1e-12);
  }

  @Test
  void oneForkHasNoError() {
    Estimate estimate = Estimate.of(List.of(List.of(1.0, 1.1, 1.05)));
    assertFalse(estimate.hasError());
    assertEquals(Double.POSITIVE_INFINITY, estimate.spread());
    assertEquals(1, estimate.pValue());
    Estimate two = Estimate.of(List.of(List.of(1.0, 1.1), List.of(1.2, 1.1)));
    assertFalse(two.over(estimate).hasError());
    assertFalse(estimate.over(two).hasError());
  }

  @Test
  void equalScoresStillHaveAnError() {
    Estimate estimate = Estimate.of(List.of(List.of(3.0, 3.0), List.of(3.0, 3.0)));
    assertTrue(estimate.error() > 0);
    assertEquals(1, estimate.over(estimate).value(), 1e-12);
    assertEquals(1, estimate.over(estimate).pValue(), 1e-12);
  }

  @Test
  void aRatioAddsTheSquaresOfBothErrors() {
    Estimate one = new Estimate(Math.log(6), 0.03, 4);
    Estimate other = new Estimate(Math.log(2), 0.04, 9);
    Estimate ratio = one.over(other);
    assertEquals(3, ratio.value(), 1e-12);
    assertEquals(0.05, ratio.error(), 1e-12);
    // Welch and Satterthwaite: 25e-4 squared / (81e-8 / 4 + 256e-8 / 9).
    assertEquals(625e-8 / (81e-8 / 4 + 256e-8 / 9), ratio.freedom(), 1e-9);
    assertTrue(ratio.low() < 3 && 3 < ratio.high());
    assertTrue(ratio.pValue() < 1e-6);
  }

  @Test
  void holmMultipliesTheSmallestByTheNumberOfAll() {
    assertEquals(
        List.of(0.03, 0.06, 0.06, 0.02),
        Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)).stream()
            .map(value -> Math.round(value * 1e9) / 1e9)
            .toList());
    assertEquals(List.of(1.0, 1.0), Holm.adjust(List.of(0.6, 0.9)));
  }

  @Test
  void scoresAreShownWithThreeDigits() {
    assertEquals("123 ns", BenchUnit.show(BenchMode.AVERAGE_TIME, 123.4));
    assertEquals("1.23 us", BenchUnit.show(BenchMode.SINGLE_SHOT, 1234));
    assertEquals("45.7 ms", BenchUnit.show(BenchMode.SAMPLE_TIME, 45_678_901));
    assertEquals("3.20 s", BenchUnit.show(BenchMode.AVERAGE_TIME, 3.2e9));
    assertEquals("41,300/s", BenchUnit.show(BenchMode.THROUGHPUT, 41_300));
    assertEquals("±2.1 %", Percent.plusMinus(0.0211));
    assertEquals("±?", Percent.plusMinus(Double.POSITIVE_INFINITY));
    assertEquals("-9.1 %", Percent.change(1 / 1.1));
  }
}
