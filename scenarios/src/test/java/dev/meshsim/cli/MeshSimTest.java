package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.profile.ShareCommandTest;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes and streams of the command. */
class MeshSimTest {

  private static final String SCENARIOS = Golden.root().resolve("scenarios").toString();

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Cli run(Path... files) {
    String[] arguments = new String[files.length + 3];
    arguments[0] = "run";
    arguments[1] = "--out";
    arguments[2] = directory.resolve("out").toString();
    for (int i = 0; i < files.length; i++) {
      arguments[i + 3] = files[i].toString();
    }
    return Cli.run(arguments);
  }

  private static final String PASSES =
      "purpose: x\nmachines: [a]\nportal: b.com\nsteps: [{validate: c@b.com, expect: valid}]\n";

  @Test
  void aRunPrintsALineForEachScenarioThenTotalsSeedAndPlace() throws IOException {
    Cli cli = run(file("one.yaml", PASSES), file("two.yaml", PASSES));
    assertEquals(0, cli.code(), cli.errors());
    assertEquals("", cli.errors());
    String[] lines = cli.out().split("\\R");
    assertEquals(4, lines.length, cli.out());
    assertTrue(lines[0].matches("passed +one +1 steps, [0-9]+ ms"), lines[0]);
    assertTrue(lines[1].matches("passed +two +1 steps, [0-9]+ ms"), lines[1]);
    assertEquals("2 passed, 0 failed", lines[2]);
    assertEquals("seed 20190404, results in " + directory.resolve("out"), lines[3]);
  }

  @Test
  void aFailureIsOneOnItsLineAndOneInTheExitCode() throws IOException {
    Cli cli = run(file("one.yaml", PASSES.replace(": valid", ": not valid")));
    assertEquals(1, cli.code());
    assertTrue(cli.out().contains("one.yaml:4:9: validate on a\n    expected  not valid\n"));
    assertTrue(cli.out().contains("0 passed, 1 failed"), cli.out());
  }

  @Test
  void aBadScenarioIsReportedOnStandardErrorAndTheRestRuns() throws IOException {
    Path bad = file("bad.yaml", PASSES.replace("validate", "validat"));
    Cli cli = run(bad, file("good.yaml", PASSES));
    assertEquals(2, cli.code());
    assertTrue(cli.errors().startsWith(bad + ":4:10: "), cli.errors());
    assertTrue(cli.errors().contains("hint: did you mean \"validate\"?"), cli.errors());
    assertTrue(cli.out().contains("passed     good"), cli.out());
    assertTrue(cli.out().contains("1 passed, 0 failed, 1 rejected"), cli.out());
  }

  @Test
  void twoScenariosOfOneNameAreABadScenario() throws IOException {
    Files.createDirectory(directory.resolve("other"));
    Cli cli = run(file("one.yaml", PASSES), file("other/one.yaml", PASSES));
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("another scenario of this run is called one"), cli.errors());
  }

  @Test
  void jsonIsForPrograms() throws IOException {
    Path one = file("one.yaml", PASSES);
    Cli cli = Cli.run("run", one.toString(), "--format", "json", "--out", directory + "/out");
    assertEquals(
        "passed",
        MeshJson.readTree(Bytes.utf8(cli.out().strip()))
            .path("scenarios")
            .get(0)
            .path("verdict")
            .stringValue());
    assertEquals(cli.out(), Files.readString(directory.resolve("out/results.json")));
  }

  @Test
  void anOutDirectoryWithSomethingElseInItIsRefused() throws IOException {
    Files.createDirectory(directory.resolve("out"));
    file("out/thesis.txt", "years of work");
    Cli cli = run(file("one.yaml", PASSES));
    ShareCommandTest.assertError(cli);
    assertTrue(Files.exists(directory.resolve("out/thesis.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "'rnu', 'did you mean run?'",
    "'run --sed 4', 'did you mean --seed?'",
    "'run --seed four', 'run mesh-sim run --help'",
    "'run --store floppy', 'choose one of them'",
    "'run --suite Ed2551', 'use one of Ed25519'",
    "'run --format xml', 'run mesh-sim run --help'",
    "'run /nowhere/at-all.yaml', 'name a scenario file'",
    "'transcript', 'run mesh-sim transcript --help'",
    "'transcript /nowhere/at-all.yaml', 'name a scenario file'",
    "'udf --type text/plain /nowhere/at-all', 'name a file that exists'",
    "'udf /dev/null', 'run mesh-sim udf --help'",
    "'share', 'run mesh-sim share --help'",
    "'', 'run mesh-sim --help'",
  })
  void wrongUsageIsTwoLinesAndExitCodeTwo(String line, String hint) {
    Cli cli = line.isEmpty() ? Cli.run() : Cli.run(line.split(" "));
    ShareCommandTest.assertError(cli);
    assertTrue(cli.errors().contains("hint: "), cli.errors());
    assertTrue(cli.errors().contains(hint), cli.errors());
  }

  @Test
  void helpIsAResult() {
    Cli cli = Cli.run("run", "--help");
    assertEquals(0, cli.code());
    assertTrue(cli.out().startsWith("Usage: mesh-sim run"), cli.out());
    assertEquals("", cli.errors());
  }

  @Test
  void onlyTheFingerprintIsPrinted() throws IOException {
    Path value = file("value", "UDF Data Value");
    Cli cli = Cli.run("udf", "--type", "text/plain", value.toString());
    // The value and content type are those of mesh-udf-08 section 4.1; formats.md 3.3 has the
    // result.
    assertEquals("MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF", cli.out().strip());
    Cli piped = Cli.piped("UDF Data Value", "udf", "--type", "text/plain", "-");
    assertEquals(cli, piped);
  }

  @Test
  void aTranscriptIsMarkdownOnStandardOutputAndWithOutAlsoFiles() {
    String example = SCENARIOS + "/example-generator.yaml";
    Cli alone = Cli.run("transcript", example);
    assertEquals(0, alone.code(), alone.errors());
    assertTrue(alone.out().startsWith("# Transcript of example-generator\n"));
    Path out = directory.resolve("out");
    Cli kept = Cli.run("transcript", example, "--out", out.toString());
    assertEquals(0, kept.code(), kept.errors());
    assertTrue(Files.exists(out.resolve("transcript.md")));
    // It links only to what is written.
    String linked = "examples/validate-alice-desktop.request.http";
    assertFalse(alone.out().contains(linked));
    assertTrue(kept.out().contains("(" + linked + ")"));
    assertTrue(Files.exists(out.resolve(linked)));
    assertTrue(Files.exists(out.resolve("messages/validate-alice-desktop.request.json")));
    Cli again = Cli.run("transcript", example, "--out", out.toString(), "--seed", "2");
    assertEquals(0, again.code(), again.errors());
    assertFalse(again.out().equals(kept.out()));
  }
}
