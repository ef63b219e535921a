package dev.meshsim.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.simulate.DrawnOptions;
import dev.meshsim.scenario.simulation.Ensemble;
import dev.meshsim.scenario.simulation.SeedRecord;
import dev.meshsim.scenario.simulation.Simulation;
import dev.meshsim.scenario.simulation.sweep.SweepReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps that are submitted as {@code spark-submit} does, compared with the command's results. */
class SparkSweepTest {

  private static final String CLUSTER = "local-cluster[2,1,1024]";

  /** How many seeds each sweep has; {@code -Dmeshsim.seeds=12} makes them shorter. */
  private static final int SEEDS = Integer.getInteger("meshsim.seeds", 24);

  private static final List<String> DRAWN = List.of("--population", "2", "--operations", "60");

  @TempDir private static Path directory;
  private static SparkHome home;
  private static String expected;

  @BeforeAll
  static void runWithoutSpark() throws IOException {
    home =
        SparkHome.in(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-home-"));
    DrawnOptions drawn = PartTask.read(DRAWN.toArray(String[]::new));
    Ensemble ensemble = new Ensemble(drawn.settings().faults());
    new Simulation(drawn.settings(), Files.createDirectory(directory.resolve("stores")), 2)
        .run(
            LongStream.rangeClosed(1, SEEDS),
            () -> false,
            result -> ensemble.add(SeedRecord.of(result)));
    expected = SweepReport.of("unknown", ensemble, List.of(), List.of()).json();
  }

  private static String[] sweep(String out, String... more) {
    return Stream.of(
            Stream.of("--seeds", "1.." + SEEDS, "--partitions", "6", "--format", "json"),
            Stream.of("--out", directory.resolve(out).toString()),
            DRAWN.stream(),
            Stream.of(more))
        .flatMap(one -> one)
        .toArray(String[]::new);
  }

  /** The report without the commit, which only the jar knows. */
  private static String report(String json) {
    return json.strip().replaceFirst("\"commit\":\"[0-9a-z]*\"", "\"commit\":\"unknown\"");
  }

  private static void assertExpected(SparkHome.Submission submission, String out)
      throws IOException, InterruptedException {
    assertEquals(0, submission.code(), submission.errorText());
    assertEquals(expected, report(submission.resultText()));
    assertEquals(
        submission.resultText(), Files.readString(directory.resolve(out).resolve("simulate.json")));
  }

  @Test
  void threadsGiveTheReportOfTheCommandAndRepeatIt() throws Exception {
    SparkHome.Submission local = home.submit("local[2]", List.of(), sweep("local", "--twice"));
    assertExpected(local, "local");
    assertFalse(local.errorText().contains("not repeatable"), local.errorText());
  }

  @Test
  void aClusterGivesTheSameReportThoughAnExecutorIsKilled() throws Exception {
    SparkHome.Submission cluster = home.submit(CLUSTER, List.of(), sweep("cluster"));
    assertTrue(cluster.waitsFor("part 1 is done"), cluster.errorText());
    ProcessHandle executor = cluster.executor().orElseThrow();
    assertTrue(executor.destroyForcibly());
    assertExpected(cluster, "cluster");
    assertTrue(cluster.errorText().contains("is gone"), cluster.errorText());
    assertTrue(cluster.errorText().contains("was run again"), cluster.errorText());
  }

  @Test
  void executorsThatCannotStayEndTheSweepWithoutAReport() throws Exception {
    SparkHome.Submission cluster =
        home.submit(CLUSTER, List.of("spark.task.maxFailures=1"), sweep("lost"));
    assertTrue(cluster.waitsFor("part 0 is done"), cluster.errorText());
    assertTrue(cluster.executor().orElseThrow().destroyForcibly());
    assertEquals(3, cluster.code(), cluster.errorText());
    assertTrue(cluster.errorText().contains("nothing was written"), cluster.errorText());
    assertEquals("", cluster.resultText());
    assertFalse(Files.exists(directory.resolve("lost")));
  }

  @Test
  void aMasterThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SparkHome.Submission absent =
        home.submit("spark://127.0.0.1:" + port, List.of(), sweep("absent"));
    assertEquals(2, absent.code(), absent.errorText());
    assertTrue(
        absent.errorText().contains("mesh-sim: --master: no master answers: 127.0.0.1:" + port),
        absent.errorText());
    assertFalse(Files.exists(directory.resolve("absent")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --seeds      | 9..1       | a number or a range, not "9..1" | for example 1..1000
          --faults     | answer lst | there is no fault "answer lst"  | did you mean "answer lost"?
          --partitions | 0          | 1 or more, not 0                | leave it out
          --store      | memry      | memry                           | memory
          --sedes      | 1          | --sedes                         | --help
          """)
  void wrongOptionsAreRefusedBeforeSparkStarts(
      String option, String value, String problem, String hint) throws IOException {
    Output output = Output.of("--out", directory.resolve("wrong").toString(), option, value);
    assertEquals(2, output.code(), output.errors());
    assertTrue(output.errors().contains(problem), output.errors());
    assertTrue(output.errors().contains(hint), output.errors());
    assertFalse(Files.exists(directory.resolve("wrong")));
  }

  @Test
  void withoutAMasterTheHintNamesSparkSubmit() {
    Output output = Output.of("--out", directory.resolve("none").toString());
    assertEquals(2, output.code(), output.errors());
    assertTrue(output.errors().contains("spark-submit --master"), output.errors());
  }
}
