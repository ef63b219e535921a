package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.Report;
import dev.meshsim.report.Reports;
import dev.meshsim.report.listener.IdentityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say how {@code mesh-sim run} reports. */
class ReportOptionsTest {

  private static final String SCENARIO =
      """
      purpose: For a test.
      machines: [a]
      portal: example.com
      steps:
      - validate: x@example.com
        on: a
        expect: %s
        because: it is new
      """;

  @TempDir Path directory;
  private Path suite;

  @BeforeEach
  void write() throws IOException {
    suite = Files.createDirectory(directory.resolve("suite"));
    Files.writeString(suite.resolve("good.yaml"), SCENARIO.formatted("valid"));
    Files.writeString(suite.resolve("bad.yaml"), SCENARIO.formatted("not valid"));
  }

  private Cli run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", suite.toString()));
    arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private boolean isThere(String file) {
    return Files.exists(directory.resolve("out").resolve(file));
  }

  @Test
  void allAreWrittenIfNoneIsNamed() {
    assertEquals(1, run().code());
    for (String file :
        List.of(
            "junit.xml",
            "results.json",
            "events.ndjson",
            "summary.md",
            "run.json",
            "cases.jsonl",
            "good/trace.jsonl")) {
      assertTrue(isThere(file), file);
    }
  }

  @Test
  void onlyTheNamedAreWritten() {
    assertEquals(1, run("--report", "junit", "--report", "ndjson").code());
    assertTrue(isThere("junit.xml"));
    assertTrue(isThere("events.ndjson"));
    assertFalse(isThere("results.json"));
    assertFalse(isThere("good/trace.jsonl"));
    assertTrue(isThere("cases.jsonl"), "kept for --rerun-failed");
    assertTrue(isThere("run.json"));
  }

  @Test
  void aReportCanBeElsewhere() throws IOException {
    Path file = directory.resolve("ci/new/results.xml");
    Cli cli = run("--report", "junit=" + file, "--report", "console=" + directory.resolve("log"));
    assertEquals(1, cli.code(), cli.errors());
    assertTrue(Files.readString(file).contains("<testcase "));
    assertFalse(isThere("junit.xml"));
    assertEquals("", cli.out());
    assertTrue(Files.readString(directory.resolve("log")).contains("1 passed, 1 failed"));
  }

  @Test
  void aReportOnStandardOutputHasItAlone() {
    Cli cli = run("--report", "ndjson=-");
    assertEquals(1, cli.code());
    assertTrue(cli.out().lines().allMatch(line -> line.startsWith("{\"event\":")), cli.out());
    assertTrue(cli.errors().contains("1 passed, 1 failed"), cli.errors());
  }

  @Test
  void aWrongKindOrFileIsSaidBeforeAnythingRuns() {
    for (String[] each :
        new String[][] {
          {"junt", "there is no report \"junt\"", "did you mean junit?"},
          {"fax", "there is no report \"fax\"", "write one of console, "},
          {"junit=", "--report junit= names no file", "--out"},
          {"trace=x", "the report trace is more than one file", "--out"},
          {"junit=" + suite, "the report junit cannot be written: ", "name a file"},
          {"junit=" + suite.resolve("good.yaml/x"), "the report junit cannot be wr", "name a file"},
        }) {
      Cli cli = run("--report", each[0]);
      assertEquals(2, cli.code(), each[0]);
      assertTrue(cli.errors().contains(each[1]), cli.errors());
      assertTrue(cli.errors().contains(each[2]), cli.errors());
      assertEquals("", cli.out());
    }
    Cli twice = run("--report", "junit=a", "--report", "junit=b");
    assertTrue(twice.errors().contains("--report junit is given twice"), twice.errors());
    Cli both = run("--quiet", "--verbose");
    assertTrue(both.errors().contains("--quiet and --verbose contradict"), both.errors());
  }

  @Test
  void aReportThatCannotBeWrittenLosesNoOther() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
    Files.delete(suite.resolve("bad.yaml"));
    Cli cli = run("--report", "ndjson=" + full, "--report", "junit");
    assertEquals(2, cli.code(), cli.out() + cli.errors());
    assertTrue(cli.errors().contains("the report ndjson: /dev/full: cannot be wr"), cli.errors());
    assertTrue(cli.out().contains("1 passed, 0 failed"), cli.out());
    assertTrue(isThere("junit.xml"));
  }

  @Test
  void theHelpNamesEveryKind() {
    String help = Cli.run("run", "--help").out().replaceAll("\\s+", " ");
    String kinds = help.substring(help.indexOf("Kinds: "), help.indexOf("transcript.") + 10);
    for (Report report : Reports.all()) {
      // The identity of the run is always written.
      assertEquals(
          !report.name().equals(IdentityReport.NAME), kinds.contains(report.name()), kinds);
    }
  }

  @Test
  void quietAndVerbose() {
    assertFalse(run("--quiet").out().contains("good"));
    assertTrue(run("-v").out().contains("validate on a: passed"));
  }

  @Test
  void aFailureHasPlaceStepExpectedFoundReasonSeedAndCommand() {
    String out = run("--quiet").out();
    String file = suite.resolve("bad.yaml").toString();
    assertTrue(
        out.contains(
            "\n  "
                + file
                + ":5:3: validate on a\n    expected  not valid\n    found     ok, valid, nothing"
                + " logged\n    because   it is new\n  seed 20190404, repeat with: bin/mesh-sim run "
                + file),
        out);
  }
}
