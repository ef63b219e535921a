package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.files.ChildJvm;
import dev.meshsim.testing.Once;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process that is stopped by a signal leaves whole results, and its own exit code. */
@Once
class StoppedRunTest {

  /** More cases than a process can run before the signal reaches it. */
  private static final int CASES = 2000;

  @TempDir private Path directory;

  private Path suite() throws IOException {
    Path suite = Files.createDirectory(directory.resolve("suite"));
    for (int n = 0; n < CASES; n++) {
      Files.writeString(
          suite.resolve(String.format("case%04d.yaml", n)),
          """
          purpose: For a test.
          machines: [desktop]
          portal: example.com
          steps:
          - createDevice: desktop
          - createAccount: alice@example.com
            on: desktop
          """);
    }
    return suite;
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalStopsTheRunAfterTheCasesThatItHas(String signal, int code) throws Exception {
    assumeTrue(
        !Signals.isIgnored(signal), "what started the tests has " + signal + " ignored, as & has");
    Path suite = suite();
    Path out = directory.resolve("out");
    List<String> command = new ArrayList<>(ChildJvm.command(MeshSim.class));
    command.addAll(List.of("run", suite + "", "--out", out + "", "--jobs", "2"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder printed = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (int n = 0; n < 5; n++) {
        printed.append(lines.readLine()).append('\n');
      }
      new ProcessBuilder("kill", "-" + signal, process.pid() + "").start().waitFor();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.append(line).append('\n');
      }
    } finally {
      process.destroyForcibly();
    }
    assertEquals(code, process.waitFor(), printed + "");
    assertTrue(printed.toString().contains("stopped by a signal: "), printed + "");
    long passed = printed.toString().lines().filter(line -> line.startsWith("passed ")).count();
    assertTrue(printed.toString().contains(passed + " passed, 0 failed"), printed + "");
    String xml = Files.readString(out.resolve("junit.xml"));
    assertTrue(xml.endsWith("</testsuites>\n"), xml);
    // One test more says that the run was stopped.
    assertEquals(passed + 1, xml.lines().filter(line -> line.contains("<testcase ")).count());
    assertTrue(xml.contains("message=\"stopped by a signal: "), xml);
    Path log = out.resolve("cases.jsonl");
    assertTrue(Files.readString(log).endsWith("{\"finished\":false}\n"));
    // All but a few that did not run are taken out, so that the rest is soon run again.
    List<String> kept =
        Files.readAllLines(log).stream()
            .filter(line -> !line.contains("planned") || line.contains("case1999"))
            .toList();
    Files.write(log, kept);
    Cli again = Cli.run("run", "--rerun-failed", "--out", out + "");
    assertEquals(0, again.code(), again.out() + again.errors());
    assertTrue(again.out().contains("1 passed, 0 failed"), again.out());
  }
}
