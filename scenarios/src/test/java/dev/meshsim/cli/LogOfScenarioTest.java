package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logs of a scenario verify in both dialects, and damage to them is found. */
class LogOfScenarioTest {

  @TempDir private Path directory;

  private Path run(String scenario) {
    Path file = Golden.root().resolve("scenarios/" + scenario + ".yaml");
    Cli cli = Cli.run("run", file + "", "--out", directory + "");
    assertEquals(0, cli.code(), cli.out() + cli.errors());
    return directory.resolve(scenario);
  }

  @ParameterizedTest
  @CsvSource({"example-generator, mesh", "example-generator-2017, 2017"})
  void theLogsOfTheDraftsFlowVerify(String scenario, String generation) {
    Path logs = run(scenario);
    Cli cli = Cli.run("log", "verify", logs + "/mesh.jlog", logs + "/portal.jlog");
    assertEquals(0, cli.code(), cli.out());
    List<String> lines = cli.out().lines().toList();
    assertEquals(2, lines.size(), cli.out());
    for (String line : lines) {
      assertTrue(line.contains(": generation " + generation + ","), line);
      assertTrue(line.matches(".* [1-9][0-9]* verified, 0 failed, 0 unverifiable;.*"), line);
      assertTrue(line.matches(".* [1-9][0-9]* matched, 0 mismatched"), line);
    }
    for (String log : List.of("mesh", "portal")) {
      Cli checked = Cli.run("schema", "check", logs.resolve(log + ".jlog") + "");
      assertEquals(0, checked.code(), checked.out());
      assertTrue(checked.out().endsWith(", 0 findings" + System.lineSeparator()), checked.out());
    }
  }

  @Test
  void aRecordThatIsMovedUnderAnotherKeyIsFound() throws IOException {
    Path log = run("example-generator").resolve("mesh.jlog");
    String text = Files.readString(log);
    int key = text.indexOf("\"PrimaryKey\":\"M") + "\"PrimaryKey\":\"M".length();
    char other = text.charAt(key) == 'A' ? 'B' : 'A';
    Files.writeString(log, text.substring(0, key) + other + text.substring(key + 1));
    Cli cli = Cli.run("log", "verify", log + "");
    assertEquals(1, cli.code());
    assertTrue(cli.out().contains("error in record 2: identifier-mismatch"), cli.out());
  }
}
