package dev.meshsim.report.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhReaderTest {

  private static final String GOOD =
      "[{'jmhVersion':'1.37','benchmark':'a.b.Split.ours','mode':'avgt','threads':2,"
          + "'jdkVersion':'17.0.1','jvmArgs':['-Xmx1g'],'params':{'octets':'16','a':'x'},"
          + "'primaryMetric':{'scoreUnit':'us/op','rawData':[[1.5,2.5],[2.0]]},"
          + "'secondaryMetrics':{'rawNanos':{'scoreUnit':'#','rawData':[[7.0,8.0],[0.0]]}}}]";

  private static BenchResults read(String text) {
    return JmhReader.read("base.json", Bytes.utf8(text.replace('\'', '"')));
  }

  @Test
  void aRowHasItsScoresInTheBaseUnit() {
    BenchRow row = read(GOOD).rows().get(0);
    assertEquals("Split.ours (a=x, octets=16)", row.key().label());
    assertEquals(
        new BenchKey("a.b.Split.ours", BenchMode.AVERAGE_TIME, 2, Map.of("octets", "16", "a", "x")),
        row.key());
    assertEquals(List.of(List.of(1500.0, 2500.0), List.of(2000.0)), row.forks());
    assertEquals(List.of(List.of(7.0, 8.0), List.of(0.0)), row.counters().get("rawNanos"));
    assertEquals(Map.of("jdkVersion", "17.0.1", "jvmArgs", "[\"-Xmx1g\"]"), row.facts());
    assertEquals(2000, row.mean());
  }

  @Test
  void eachModeHasItsUnitsAndItsDirection() {
    assertEquals(2e6, only("thrpt", "ops/us"));
    assertEquals(2e3, only("thrpt", "ops/ms"));
    assertEquals(2, only("thrpt", "ops/s"));
    assertEquals(2e6, only("avgt", "ms/op"));
    assertEquals(2e9, only("sample", "s/op"));
    assertEquals(120e9, only("ss", "min/op"));
    for (BenchMode mode : BenchMode.values()) {
      assertEquals(mode == BenchMode.THROUGHPUT, mode.largerIsBetter());
    }
  }

  private static double only(String mode, String unit) {
    return read(GOOD.replace("avgt", mode).replace("us/op", unit).replace("1.5,2.5", "2.0"))
        .rows()
        .get(0)
        .mean();
  }

  @Test
  void aSampledIterationIsTheMeanOfItsHistogram() {
    String sampled =
        GOOD.replace("avgt", "sample")
            .replace(
                "'rawData':[[1.5,2.5],[2.0]]",
                "'rawDataHistogram':[[[[1.0,3],[5.0,1]]],[[[4.0,2]]]]");
    assertEquals(List.of(List.of(2000.0), List.of(4000.0)), read(sampled).rows().get(0).forks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'avgt' | 'avgx' | bench.member | mode is \"avgx\", not thrpt, avgt, sample or ss",
        "us/op | us/ops | bench.member | scoreUnit is \"us/ops\", not one of ns/op, us/op",
        "us/op | ops/s | bench.member | scoreUnit is \"ops/s\"",
        "'1.37' | '2.0' | bench.version | jmhVersion is \"2.0\"; 1.21 to 1.x are known",
        "'1.37' | '1.9' | bench.version | jmhVersion is \"1.9\"",
        "'jmhVersion' | 'version' | bench.member | it has no jmhVersion",
        "'benchmark' | 'bench' | bench.member | base.json, result 1: it has no benchmark",
        "'threads':2 | 'threads':0 | bench.member | threads is not a number of 1 or more",
        "rawData | raw | bench.member | has no rawData, so the spread of its score is not known",
        "[[1.5,2.5],[2.0]] | [[1.5,2.5],[]] | bench.member | rawData of fork 2 is not an array",
        "[[1.5,2.5],[2.0]] | [] | bench.member | rawData is not an array with content",
        "1.5 | 'NaN' | bench.member | a score is \"NaN\", not a number",
        "1.5 | 0.0 | bench.member | a score is 0.0, not over zero",
        "primaryMetric | secondary | bench.member | it has no primaryMetric",
        "'params':{'octets':'16','a':'x'} | 'params':[] | bench.member | params is not an object",
      })
  void aRowThatIsNotJmhsIsRefusedWithItsPlace(String old, String now, String code, String says) {
    String text = GOOD.replace(old, now);
    BenchException refused = assertThrows(BenchException.class, () -> read(text));
    assertEquals(code, refused.code());
    assertTrue(refused.problem().startsWith("base.json, result 1"), refused.problem());
    assertTrue(refused.problem().contains(says), refused.problem());
    if (!now.equals("'bench'")) {
      assertTrue(refused.problem().contains("(a.b.Split.ours)"), refused.problem());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'a':1},|bench.not-json|line 1",
        "# Run complete|bench.not-json|line 1, column 1",
        "{'runs':[]}|bench.not-jmh|not an array of results but an object",
        "[7]|bench.not-jmh|base.json, result 1: not an object but a number",
        "[]|bench.empty|it has no results",
      })
  void anotherFileIsRefused(String text, String code, String says) {
    BenchException refused = assertThrows(BenchException.class, () -> read(text));
    assertEquals(code, refused.code());
    assertTrue(refused.problem().contains(says), refused.problem());
  }

  @Test
  void aRowIsThereOnce() {
    String row = GOOD.substring(1, GOOD.length() - 1);
    BenchException refused =
        assertThrows(BenchException.class, () -> read("[" + row + "," + row + "]"));
    assertEquals("bench.twice", refused.code());
    BenchResults one = read(GOOD);
    assertEquals(
        "bench.twice",
        assertThrows(BenchException.class, () -> BenchResults.of("all", List.of(one, one))).code());
  }

  /** A name from a file moves no cursor. */
  @Test
  void wordsOfOthersAreQuoted() {
    BenchException refused =
        assertThrows(
            BenchException.class,
            () -> read(GOOD.replace("ours", "o\\u001b[2Jurs").replace("avgt", "\\u001b[2J")));
    assertTrue(refused.getMessage().chars().allMatch(c -> c >= ' ' || c == '\n'));
  }
}
