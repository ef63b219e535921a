package dev.meshsim.report.bench;

import static dev.meshsim.report.bench.JmhText.around;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static RowComparison compare(double[][] base, double[][] head) {
    BenchResults one = new JmhText().row("A.ours", "avgt", "ns/op", "", base).read("base.json");
    BenchResults other = new JmhText().row("A.ours", "avgt", "ns/op", "", head).read("head.json");
    return Comparison.of(one, List.of(other)).get(0).rows().get(0);
  }

  @Test
  void aSteadyRowTellsTenPercentAndNotThree() {
    assertEquals(Change.NONE, compare(around(100, 2, 2), around(100, 2, 2)).change());
    assertEquals(Change.NONE, compare(around(100, 2, 2), around(103, 2, 2)).change());
    assertEquals(Change.REGRESSED, compare(around(100, 2, 2), around(110, 2, 2)).change());
    assertEquals(Change.IMPROVED, compare(around(110, 2, 2), around(100, 2, 2)).change());
  }

  @Test
  void aRowThatIsNotSteadyCannotTellTenPercentAndSaysWhy() {
    RowComparison row = compare(around(100, 8, 2), around(110, 8, 2));
    assertEquals(Change.CANNOT_TELL, row.change());
    assertTrue(row.reason().orElse("").startsWith("its own spread is ±"), row.toString());
    assertEquals(Change.REGRESSED, compare(around(100, 8, 2), around(250, 8, 2)).change());
    assertEquals(Change.CANNOT_TELL, compare(around(100, 40, 2), around(900, 40, 2)).change());
  }

  /** One side that is not steady is enough. */
  @Test
  void theLargerSpreadCounts() {
    assertEquals(Change.CANNOT_TELL, compare(around(100, 1, 3), around(110, 9, 2)).change());
    assertEquals(Change.CANNOT_TELL, compare(around(100, 9, 2), around(110, 1, 3)).change());
  }

  @Test
  void oneForkCannotTell() {
    RowComparison row = compare(around(100, 1, 1), around(200, 1, 2));
    assertEquals(Change.CANNOT_TELL, row.change());
    assertEquals("one fork only: measure with two or more", row.reason().orElse(""));
  }

  /** Forks of which each has its own speed, as a compiler's luck gives it. */
  @Test
  void forksThatDisagreeCannotTell() {
    double[][] base = {{100, 100.1, 99.9}, {112, 112.1, 111.9}};
    double[][] head = {{112, 112.2, 111.8}, {113, 113.1, 112.9}};
    assertEquals(Change.CANNOT_TELL, compare(base, head).change());
  }

  @Test
  void throughputIsBetterWhenItIsLargerAndUnitsMayDiffer() {
    BenchResults base =
        new JmhText()
            .row("A.a", "thrpt", "ops/s", "", around(1000, 1, 2))
            .row("A.b", "avgt", "us/op", "", around(2, 1, 2))
            .row("A.c", "ss", "ms/op", "'n':'1'", around(5, 1, 2))
            .read("base.json");
    BenchResults head =
        new JmhText()
            .row("A.a", "thrpt", "ops/ms", "", around(0.8, 1, 2))
            .row("A.b", "avgt", "ns/op", "", around(1500, 1, 2))
            .row("A.c", "ss", "us/op", "'n':'1'", around(5000, 1, 2))
            .read("head.json");
    Comparison comparison = Comparison.of(base, List.of(head)).get(0);
    assertEquals(
        List.of(Change.REGRESSED, Change.IMPROVED, Change.NONE),
        comparison.rows().stream().map(RowComparison::change).toList());
    assertEquals(0.8, comparison.rows().get(0).speed().value(), 0.01);
    assertEquals(1.33, comparison.rows().get(1).speed().value(), 0.01);
  }

  @Test
  void rowsOfOneRunOnlyAreNamed() {
    BenchResults base =
        new JmhText()
            .row("A.a", "avgt", "ns/op", "'n':'1'", around(5, 1, 2))
            .row("A.b", "avgt", "ns/op", "", around(5, 1, 2))
            .read("base.json");
    BenchResults head =
        new JmhText()
            .row("A.a", "avgt", "ns/op", "'n':'2'", around(5, 1, 2))
            .row("A.b", "avgt", "ns/op", "", around(5, 1, 3))
            .read("head.json");
    String text =
        String.join("\n", ComparisonReport.lines(Comparison.of(base, List.of(head)).get(0)));
    assertTrue(text.contains("only in base: A.a (n=1)"), text);
    assertTrue(text.contains("only in head: A.a (n=2)"), text);
    assertTrue(text.contains("not the same in both: forks: 2 and 3"), text);
    assertTrue(text.endsWith("0 regressed, 0 improved, 0 cannot tell, 1 no clear change"), text);

    BenchResults other =
        new JmhText().row("B.a", "avgt", "ns/op", "", around(5, 1, 2)).read("other.json");
    assertEquals(
        "bench.nothing-common",
        assertThrows(BenchException.class, () -> Comparison.of(base, List.of(other))).code());
  }

  /** A difference that is clear in one row is not clear when it is the largest of many. */
  @Test
  void manyComparisonsAreCorrectedFor() {
    JmhText base = new JmhText();
    JmhText head = new JmhText();
    for (int i = 0; i < 400; i++) {
      base.row("A.m" + i, "avgt", "ns/op", "", around(100, 4, 2));
      head.row("A.m" + i, "avgt", "ns/op", "", around(i == 7 ? 106 : 100, 4, 2));
    }
    Comparison many = Comparison.of(base.read("base.json"), List.of(head.read("head.json"))).get(0);
    RowComparison alone = compare(around(100, 4, 2), around(106, 4, 2));
    assertTrue(alone.spread() < RowComparison.WIDEST, alone.toString());
    assertEquals(Change.REGRESSED, alone.change());
    assertEquals(Change.NONE, many.rows().get(7).change());
  }

  @Test
  void jsonHasEveryVerdict() {
    BenchResults base =
        new JmhText().row("A.a", "avgt", "us/op", "'n':'1'", around(5, 1, 2)).read("base.json");
    BenchResults head =
        new JmhText().row("A.a", "avgt", "us/op", "'n':'1'", around(6, 1, 2)).read("head.json");
    String json = ComparisonReport.json(Comparison.of(base, List.of(head))).toString();
    assertTrue(json.contains("\"verdict\":\"regressed\""), json);
    assertTrue(json.contains("\"params\":{\"n\":\"1\"}"), json);
    assertTrue(json.contains("\"totals\":{\"regressed\":1,\"improved\":0"), json);
  }
}
