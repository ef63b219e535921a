package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.run.ScenarioText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that is printed under a failed step repeats the failure. */
class RepeatTest {

  private static final String MARK = ", repeat with: ";

  private static final String FAILS =
      ScenarioText.HEAD
          + ScenarioText.ALICE
          + """
            expect: refused 409
          - createDevice: desktop
          """;

  @TempDir private Path directory;

  private Path scenario() throws IOException {
    Path place = Files.createDirectories(directory.resolve("Alice's \"new\" $HOME; exit"));
    return Files.writeString(place.resolve("fails.yaml"), FAILS);
  }

  private static Cli run(List<String> words, Path out) {
    List<String> arguments = new ArrayList<>(words);
    arguments.addAll(List.of("--out", out + ""));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static List<String> containing(String mark, String text) {
    return text.lines().filter(line -> line.contains(mark)).toList();
  }

  /** The words of a command line, as the shell divides it. */
  private static List<String> words(String line) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s\\n' " + line).redirectErrorStream(true).start();
    String text = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), text);
    return text.lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--seed -7",
        "--seed 7 --store file",
        "--dialect portal-2017",
        "--suite P-256 --store h2",
        "--seed 9 --store all"
      })
  void thePrintedCommandRepeatsTheFailure(String options) throws Exception {
    List<String> first = new ArrayList<>(List.of("run", scenario() + ""));
    first.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ")));
    Path out = directory.resolve("first");
    Cli failed = run(first, out);
    assertEquals(1, failed.code(), failed.out() + failed.errors());
    List<String> steps = containing("fails.yaml:6:3: ", failed.out());
    List<String> commands = containing(MARK, failed.out());
    assertEquals(options.endsWith("all") ? 4 : 1, commands.size(), failed.out());
    for (int n = 0; n < commands.size(); n++) {
      String line = commands.get(n).substring(commands.get(n).indexOf(MARK) + MARK.length());
      List<String> words = words(line);
      assertEquals("bin/mesh-sim", words.get(0));
      Path again = directory.resolve("again-" + n);
      Cli repeated = run(words.subList(1, words.size()), again);
      assertEquals(1, repeated.code(), repeated.out() + repeated.errors());
      assertEquals(List.of(steps.get(n)), containing("fails.yaml:6:3: ", repeated.out()));
      assertEquals(List.of(commands.get(n)), containing(MARK, repeated.out()));
      assertEquals(trace(out, failed.out(), n), trace(again, repeated.out(), 0));
    }
  }

  /** The messages of the scenario that is the n-th in the output. */
  private static String trace(Path out, String printed, int n) throws IOException {
    String name = containing("failed     ", printed).get(n).split(" +")[1];
    return Files.readString(out.resolve(name).resolve("trace.jsonl"));
  }

  @Test
  void theCommandIsInTheJunitReportToo() throws IOException {
    Path out = directory.resolve("out");
    run(List.of("run", scenario() + "", "--seed", "7"), out);
    String xml = Files.readString(out.resolve("junit.xml"));
    List<String> failures = containing(MARK, xml);
    assertEquals(1, failures.size(), xml);
    assertTrue(failures.get(0).startsWith("seed 7" + MARK + "bin/mesh-sim run "), xml);
    assertTrue(failures.get(0).contains("--seed 7</failure>"), xml);
  }

  @Test
  void whereEveryStepPassesNothingIsToBeRepeated() throws IOException {
    Path file = Files.writeString(directory.resolve("a.yaml"), FAILS.replace("refused 409", "ok"));
    Cli passed = run(List.of("run", file + ""), directory.resolve("out"));
    assertEquals(0, passed.code());
    assertFalse(passed.out().contains(MARK), passed.out());
  }
}
