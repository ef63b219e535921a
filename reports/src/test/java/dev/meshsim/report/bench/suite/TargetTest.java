package dev.meshsim.report.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import dev.meshsim.report.bench.JmhReader;
import dev.meshsim.report.bench.suite.Target.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static String row(String name, String params, String raw) {
    return ("{'jmhVersion':'1.37','benchmark':'dev.meshsim.benchmark.a.%s','mode':'avgt',"
            + "'threads':1,'params':{%s},'primaryMetric':{'scoreUnit':'ns/op','rawData':%s}}")
        .formatted(name, params, raw);
  }

  private static BenchResults results(String... rows) {
    String text = Stream.of(rows).collect(Collectors.joining(",", "[", "]")).replace('\'', '"');
    return JmhReader.read("run", Bytes.utf8(text));
  }

  private static String around(double value) {
    return "[[" + value + "," + value * 1.01 + "],[" + value * 0.99 + "," + value + "]]";
  }

  private static Verdict combine(double codahale) {
    String share = "'bits':'128','quorum':'3of5'";
    return Targets.ALL
        .get(0)
        .judge(
            results(
                row("ShareCombine.ours", share, around(100)),
                row("ShareCombine.codahale", share, around(codahale))));
  }

  @Test
  void aTargetIsJudgedWithItsError() {
    assertEquals(Verdict.AIM, combine(5000));
    assertEquals(Verdict.MUST, combine(3000));
    assertEquals(Verdict.UNCLEAR, combine(2010));
    assertEquals(Verdict.UNCLEAR, combine(1990));
    assertEquals(Verdict.MISSED, combine(1500));
    assertEquals(
        Verdict.NOT_MEASURED,
        Targets.ALL.get(0).judge(results(row("ShareCombine.ours", "", around(1)))));
  }

  @Test
  void aLimitThatMustNotBeExceededIsJudgedTheOtherWay() {
    Target split =
        Targets.ALL.stream().filter(target -> target.number() == 4).findFirst().orElseThrow();
    BenchResults results =
        results(
            row("ShareSplit.ours", "'bits':'128','quorum':'3of5'", around(300)),
            row("ShareSplit.bareRandomOctets", "'bits':'128','quorum':'3of5'", around(100)));
    assertEquals(Verdict.MISSED, split.judge(results));
    assertTrue(
        SuiteTable.targets(results).get(1).matches(" ?4 .* ≤ 2 +≤ 1.50 +3.00 +±.* missed"),
        SuiteTable.targets(results).toString());
  }

  private static Verdict signed(double signed) {
    Target protection =
        Targets.ALL.stream()
            .filter(target -> target.what().contains("a signed round trip adds"))
            .findFirst()
            .orElseThrow();
    return protection.judge(
        results(
            row("ProtectedRequests.signed", "", around(signed)),
            row("ProtectedRequests.plain", "", around(20)),
            row("ProtectedRequests.bareSigned", "", around(300))));
  }

  @Test
  void whatSomethingAddsIsJudged() {
    assertEquals(Verdict.MUST, signed(20 + 300 * 1.1));
    assertEquals(Verdict.MISSED, signed(20 + 300 * 1.2));
    assertEquals(Verdict.UNCLEAR, signed(20 + 300 * 1.152));
    assertEquals(Verdict.NOT_MEASURED, signed(19));
  }

  @Test
  void ratesAndTimesHaveTheirUnits() {
    BenchResults results =
        results(
            row("PortalRequests.get", "'accounts':'1000'", around(20_000)),
            row("ScenarioOverhead.empty", "", around(300_000)));
    String table = String.join("\n", SuiteTable.targets(results));
    assertTrue(table.contains("≥ 40,000/s"), table);
    assertTrue(table.matches("(?s).* (49,...|50,...)/s .*"), table);
    assertTrue(table.matches("(?s).* ≤ 0.50 ms .* 0.30 ms .*aim|(?s).* 0.30 ms .*kept.*"), table);
  }

  @Test
  void peersAreFoundByTheirNames() {
    BenchResults results =
        results(
            row("A.ours", "'n':'1'", around(10)),
            row("A.ours", "'n':'2'", around(20)),
            row("A.codahale", "'n':'2'", around(60)),
            row("Jws.sign", "", around(10)),
            row("Jws.nimbusSign", "", around(30)),
            row("JwsOverhead.parseAndVerify", "", around(10)),
            row("JwsOverhead.bareVerify", "", around(9)),
            row("B.bareThing", "", around(9)));
    List<String> found =
        results.rows().stream()
            .flatMap(row -> Peers.oursOf(row, results).stream().map(ours -> names(row, ours)))
            .toList();
    assertEquals(
        List.of(
            "A.codahale (n=2) > A.ours (n=2)",
            "Jws.nimbusSign > Jws.sign",
            "JwsOverhead.bareVerify > JwsOverhead.parseAndVerify"),
        found);
    assertEquals(Optional.of("3.00"), ratio(results, 2));
    String table = String.join("\n", SuiteTable.rows(results));
    assertTrue(table.matches("(?s).*A.codahale \\(n=2\\) .*x 3.00 +±.*"), table);
  }

  private static Optional<String> ratio(BenchResults results, int row) {
    return SuiteTable.beside(results.rows().get(row), results)
        .map(ratio -> dev.meshsim.report.bench.BenchUnit.digits(ratio.value()));
  }

  private static String names(BenchRow row, BenchRow ours) {
    return row.key().label() + " > " + ours.key().label();
  }
}
