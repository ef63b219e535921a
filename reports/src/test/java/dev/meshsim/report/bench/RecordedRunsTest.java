package dev.meshsim.report.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs of one commit, recorded: no change is found that is not there, and one that is. */
class RecordedRunsTest {

  private static final List<BenchResults> RUNS =
      Stream.concat(
              IntStream.rangeClosed(1, 9).mapToObj(i -> "quiet-" + i),
              IntStream.rangeClosed(1, 4).mapToObj(i -> "busy-" + i))
          .map(RecordedRunsTest::read)
          .toList();

  private static BenchResults read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            RecordedRunsTest.class.getResourceAsStream("recorded/" + name + ".json"), name)) {
      return JmhReader.read(name, Bytes.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Every run with every other, in both directions. */
  @Test
  void runsOfOneCommitShowNoChange() {
    List<String> cries = new ArrayList<>();
    int pairs = 0;
    for (BenchResults base : RUNS) {
      for (BenchResults head : RUNS) {
        if (base != head) {
          pairs++;
          for (RowComparison row : Comparison.of(base, List.of(head)).get(0).rows()) {
            if (row.change() == Change.REGRESSED || row.change() == Change.IMPROVED) {
              cries.add(base.name() + " " + head.name() + " " + describe(row));
            }
          }
        }
      }
    }
    assertEquals(156, pairs);
    assertEquals(List.of(), cries);
  }

  /** Each row becomes ten percent slower, alone, so that only the correction sees the others. */
  @Test
  void aPlantedTenPercentIsFoundInSteadyRowsOnly() {
    int found = 0;
    int notTold = 0;
    for (BenchResults base : RUNS) {
      for (BenchResults head : RUNS) {
        for (BenchRow row : base.rows()) {
          RowComparison planted = compare(base, slower(head, row.key()), row.key());
          boolean steady = planted.spread() < RowComparison.WIDEST;
          Change expected = steady ? Change.REGRESSED : Change.CANNOT_TELL;
          assertEquals(
              expected,
              planted.change(),
              () -> base.name() + " " + head.name() + " " + describe(planted));
          found += steady ? 1 : 0;
          notTold += steady ? 0 : 1;
        }
      }
    }
    assertTrue(found >= 20, found + " steady rows");
    assertTrue(notTold >= 20, notTold + " rows that are not steady");
  }

  private static RowComparison compare(BenchResults base, BenchResults head, BenchKey key) {
    return Comparison.of(base, List.of(head)).get(0).rows().stream()
        .filter(row -> row.base().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The run with one row ten percent slower. */
  private static BenchResults slower(BenchResults run, BenchKey key) {
    BenchResults changed = new BenchResults(run.name() + " slower");
    for (BenchRow row : run.rows()) {
      List<List<Double>> scores =
          row.key().equals(key)
              ? row.forks().stream()
                  .map(fork -> fork.stream().map(score -> score * 1.1).toList())
                  .toList()
              : row.forks();
      changed.add(new BenchRow(row.key(), row.jmhVersion(), row.facts(), scores, Map.of()), "");
    }
    return changed;
  }

  private static String describe(RowComparison row) {
    return row.base().key().label()
        + " "
        + Percent.change(row.speed().value())
        + " "
        + row.change()
        + " "
        + Percent.plusMinus(row.spread())
        + " p "
        + row.adjusted();
  }
}
