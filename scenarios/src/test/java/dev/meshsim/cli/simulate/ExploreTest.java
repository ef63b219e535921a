package dev.meshsim.cli.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate --explore}. */
class ExploreTest {

  private static final String SMALL = "small/account-of-one-name.yaml";

  @TempDir private Path directory;

  private Cli explore(String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("simulate", "--out", directory.resolve("out").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void everyOrderOfASmallWorldIsRun() {
    Cli cli = explore("--faults", "answer lost", "--explore", SMALL);
    assertEquals(0, cli.code(), cli.errors() + cli.out());
    List<String> lines = cli.out().lines().toList();
    assertEquals("account-of-one-name: 5 runs, 4 states, all orders", lines.get(0));
    assertTrue(lines.get(1).startsWith("account-of-one-name-answer-lost-desktop: "), cli.out());
    assertTrue(lines.get(2).startsWith("account-of-one-name-answer-lost-laptop: "), cli.out());
    assertTrue(lines.get(3).startsWith("3 worlds in all orders, 0 in part, 0 whose"), cli.out());
    assertEquals("no finding", lines.get(4));
  }

  @Test
  void aBudgetLeavesChoicesAndSaysSo() {
    Cli cli = explore("--faults", "none", "--budget", "2", "--explore", SMALL);
    assertTrue(cli.out().startsWith("account-of-one-name: 2 runs, "), cli.out());
    assertTrue(cli.out().contains(" choices not tried\n"), cli.out());
    assertTrue(cli.out().contains("0 worlds in all orders, 1 in part"), cli.out());
  }

  @Test
  void aFaultThatNeverHappensIsSaid() throws IOException {
    String silent =
        """
        purpose: Two machines send nothing.
        machines: [desktop, laptop]
        portal: example.com
        steps:
          - atOnce: 2
          - createDevice: desktop
          - createDevice: laptop
        """;
    Path file = Files.writeString(directory.resolve("silent.yaml"), silent);
    Cli cli = explore("--faults", "answer lost", "--explore", file.toString());
    assertEquals(0, cli.code(), cli.errors());
    assertTrue(cli.out().contains("silent-answer-lost-laptop: the fault never happens"), cli.out());
    assertTrue(cli.out().contains("1 world in all orders, 0 in part, 2 whose"), cli.out());
  }

  @Test
  void whatCannotBeExploredIsRefused() throws IOException {
    Cli none = explore("--explore", "escrow/renewed.yaml");
    assertEquals(2, none.code());
    assertTrue(none.errors().contains("no step of these scenarios is done at the same time"));
    Path bad = Files.writeString(directory.resolve("bad.yaml"), "purpose: x\nmachines: [a]\n");
    Cli wrong = explore("--explore", bad.toString());
    assertEquals(2, wrong.code(), wrong.out());
    assertTrue(wrong.errors().contains("bad.yaml"), wrong.errors());
    Cli jobs = explore("--jobs", "2", "--explore", SMALL);
    assertEquals(2, jobs.code());
    assertTrue(jobs.errors().contains("--explore makes one run after another"), jobs.errors());
    Cli budget = explore("--budget", "0", "--explore", SMALL);
    assertEquals(2, budget.code());
    assertTrue(budget.errors().contains("--budget takes 1 or more, not 0"), budget.errors());
  }
}
