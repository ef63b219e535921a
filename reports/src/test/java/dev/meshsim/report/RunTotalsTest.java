package dev.meshsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit code of a run: each alone, and of several the first of 3, 1, 4, 2. */
class RunTotalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, false, 0",
    "9, 0, 0, 0, 0, false, 0",
    "9, 0, 0, 1, 0, false, 0",
    "9, 1, 0, 0, 0, false, 1",
    "9, 0, 1, 0, 0, false, 4",
    "9, 0, 0, 0, 1, false, 2",
    "0, 0, 0, 1, 0, false, 2",
    "9, 0, 1, 0, 0, true, 3",
    "9, 1, 1, 1, 1, true, 3",
    "9, 1, 1, 0, 1, false, 1",
    "9, 1, 0, 0, 1, false, 1",
    "9, 0, 1, 0, 1, false, 4",
    "0, 0, 1, 1, 0, false, 4",
    "0, 1, 0, 1, 0, false, 1",
  })
  void theExitCode(
      int passed,
      int failed,
      int undecided,
      int notApplicable,
      int rejected,
      boolean internal,
      int code) {
    RunTotals totals =
        new RunTotals(passed, failed, undecided, notApplicable, rejected, internal, false);
    assertEquals(code, totals.exitCode());
    assertEquals(code == 0 ? 2 : code, totals.plusUnwritten().exitCode());
  }
}
