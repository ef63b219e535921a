package dev.meshsim.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {

  @TempDir private Path directory;

  private Cli simulate(String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("simulate", "--out", directory.toString(), "--population", "1"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --faults   | answer lst      | there is no fault "answer lst"   | did you mean "answer lost"?
          --faults   | answer lost,    | there is no fault ""             | none, all, or some of
          --hostile  | old profil      | there is no lie "old profil"     | did you mean "old profile"?
          --oracles  | version-forward | there is no oracle               | did you mean "versions-forward"?
          --seeds    | 9..1            | a number or a range, not "9..1"  | for example 1..1000
          --seeds    | -1              | a number or a range              | for example 1..1000
          --for      | 10              | a number and s, m or h           | for example 10m
          --operations | 0             | 1 or more, not 0                 | leave it out
          --jobs     | 0               | 1 or more, not 0                 | leave it out
          --store    | memry           | memry                            | memory
          --dialect  | portal-2018     | portal-2018                      | portal-2017
          """)
  void wrongOptionsSayWhatIsAccepted(String option, String value, String problem, String hint) {
    Cli cli = simulate(option, value);
    assertEquals(2, cli.code(), cli.errors());
    assertTrue(cli.errors().contains(problem), cli.errors());
    assertTrue(cli.errors().contains(hint), cli.errors());
    assertEquals("", cli.out());
  }

  @Test
  void cleanSeedsEndWithTotalsAndADigest() throws IOException {
    Cli cli = simulate("--seeds", "1..2", "--operations", "20", "--twice", "--jobs", "2");
    assertEquals(0, cli.code(), cli.errors() + cli.out());
    assertTrue(cli.out().startsWith("2 seeds, "), cli.out());
    assertTrue(cli.out().contains("\nno finding\n"), cli.out());
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(List.of(), left.toList(), "the stores are gone, and there is no finding");
    }
    assertEquals(digest(cli), digest(simulate("--seeds", "1..2", "--operations", "20")));
  }

  @Test
  void totalsAsJsonHaveNoRealTime() {
    Cli cli = simulate("--seeds", "1..2", "--operations", "20", "--format", "json");
    assertEquals(0, cli.code(), cli.errors());
    assertTrue(cli.errors().startsWith("2 seeds, "), cli.errors());
    JsonNode report = MeshJson.readTree(Bytes.utf8(cli.out().strip()));
    assertEquals(2, report.get("seeds").asInt());
    assertEquals(0, report.get("findings").size());
    assertEquals(
        digest(simulate("--seeds", "1..2", "--operations", "20")),
        "digest " + report.get("digest").asString());
    String again =
        simulate("--seeds", "1..2", "--operations", "20", "--format", "json", "--jobs", "1").out();
    assertEquals(cli.out(), again);
    assertEquals(2, simulate("--explore", "x.yaml", "--format", "json").code());
  }

  private static String digest(Cli cli) {
    return cli.out().lines().filter(line -> line.startsWith("digest ")).findFirst().orElseThrow();
  }

  @Test
  void oneSeedShowsWhatItDrew() {
    Cli cli = simulate("--seeds", "3", "--operations", "20", "--faults", "answer lost,disk full");
    assertTrue(cli.out().contains("\n  operations: createDevice, "), cli.out());
    assertTrue(cli.out().contains("\n  faults"), cli.out());
    assertFalse(cli.out().contains("request lost"), cli.out());
  }

  @Test
  void statesThatAreNeverReachedAreListedAndMayFail() {
    Cli cli = simulate("--seeds", "1", "--operations", "5", "--require-sometimes");
    assertEquals(4, cli.code(), cli.out());
    assertTrue(cli.out().contains("\nnever reached: "), cli.out());
  }

  @Test
  void otherStoresAreUsed() {
    Cli cli = simulate("--seeds", "2", "--operations", "15", "--store", "file");
    assertEquals(0, cli.code(), cli.errors() + cli.out());
  }
}
