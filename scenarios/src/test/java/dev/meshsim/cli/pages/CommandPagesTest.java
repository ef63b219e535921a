package dev.meshsim.cli.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * The manual pages and completions of the distribution are up to date, and their shells read them.
 */
class CommandPagesTest {

  private static final Path PLACE = Golden.root().resolve("distribution/src/main");

  private static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    collect(Cli.commandLine(), pages);
    return pages;
  }

  private static void collect(CommandLine command, Map<String, String> pages) {
    pages.put(ManPage.name(command) + ".1", ManPage.of(command));
    command.getSubcommands().values().forEach(sub -> collect(sub, pages));
  }

  @Test
  void theManualPagesAreUpToDate() throws IOException {
    Map<String, String> pages = pages();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Golden.assertSame(PLACE.resolve("man/man1").resolve(page.getKey()), page.getValue());
    }
    try (Stream<Path> files = Files.list(PLACE.resolve("man/man1"))) {
      assertEquals(
          List.copyOf(pages.keySet()),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theCompletionsAreUpToDate() throws IOException {
    CommandLine command = Cli.commandLine();
    Path place = PLACE.resolve("completion");
    Golden.assertSame(place.resolve("bash/mesh-sim"), Completions.bash(command));
    Golden.assertSame(place.resolve("zsh/_mesh-sim"), Completions.zsh(command));
    Golden.assertSame(place.resolve("fish/mesh-sim.fish"), Completions.fish(command));
  }

  @ParameterizedTest
  @CsvSource({
    "bash, -n, completion/bash/mesh-sim",
    "zsh, -n, completion/zsh/_mesh-sim",
    "fish, --no-execute, completion/fish/mesh-sim.fish",
    "man, --warnings=all, man/man1/mesh-sim-run.1",
  })
  void theirProgramsReadThem(String program, String option, String file) throws Exception {
    assumeTrue(isThere(program), program + " is not installed");
    Process process =
        new ProcessBuilder(program, option, PLACE.resolve(file).toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    if (!program.equals("man")) {
      assertEquals("", output);
    }
  }

  /** The words that bash offers. */
  @ParameterizedTest
  @CsvSource({"mesh-sim sim, simulate", "mesh-sim log ver, verify", "mesh-sim run --quie, --quiet"})
  void bashCompletesWords(String typed, String completed) throws Exception {
    assumeTrue(isThere("bash"), "bash is not installed");
    List<String> words = List.of(typed.split(" "));
    String script =
        "source "
            + PLACE.resolve("completion/bash/mesh-sim")
            + "; COMP_WORDS=("
            + typed
            + "); COMP_CWORD="
            + (words.size() - 1)
            + "; COMP_LINE='"
            + typed
            + "'; COMP_POINT=${#COMP_LINE}; _complete_mesh-sim; printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process process =
        // Bash says that compopt is of use only while a person completes.
        new ProcessBuilder("bash", "--norc", "-c", script)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    List<String> offered = new ArrayList<>();
    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .forEach(offered::add);
    assertEquals(0, process.waitFor(), offered.toString());
    assertEquals(List.of(completed), offered);
  }

  /** The words that fish offers, without their descriptions. */
  @ParameterizedTest
  @CsvSource({
    "mesh-sim sim, simulate",
    "mesh-sim log ver, verify",
    "mesh-sim run --quie, --quiet",
    "mesh-sim share --thr, ''"
  })
  void fishCompletesWords(String typed, String completed) throws Exception {
    assumeTrue(isThere("fish"), "fish is not installed");
    Process process =
        new ProcessBuilder(
                "fish",
                "--no-config",
                "-c",
                "source "
                    + PLACE.resolve("completion/fish/mesh-sim.fish")
                    + "; complete -C '"
                    + typed
                    + "'")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String offered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertEquals(
        completed, offered.lines().map(line -> line.split("\t")[0]).findFirst().orElse(""));
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
