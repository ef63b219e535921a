package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several cases at once, in another order, alone, stopped early and run again. */
class JobsTest {

  private static final StepResult STEP =
      StepResult.plain(
          new StepInfo(1, "a.yaml:5:3", "restart on phone", Optional.empty(), Optional.empty()),
          Verdict.PASSED,
          Optional.empty());

  private static final String FAILS =
      ScenarioText.HEAD + "- validate: a@example.com\n  on: desktop\n  expect: not valid\n";

  @TempDir private Path directory;
  private Path suite;

  @BeforeEach
  void prepare() throws IOException {
    suite = directory.resolve("suite");
    for (int n = 0; n < 6; n++) {
      write(
          "case" + n,
          ScenarioText.HEAD + (n % 2 == 0 ? ScenarioText.CONNECTED : ScenarioText.ALICE));
    }
    write("in/case3", ScenarioText.HEAD + ScenarioText.CONNECTED);
    write(
        "rsa", ScenarioText.HEAD.replace("steps:", "suite: RSA-2048\nsteps:") + ScenarioText.ALICE);
    write(
        "ed448", ScenarioText.HEAD.replace("steps:", "suite: Ed448\nsteps:") + ScenarioText.ALICE);
  }

  private Path write(String name, String text) throws IOException {
    Path file = suite.resolve(name + ".yaml");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Cli run(String out, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", suite + "", "--out", out(out) + ""));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Path out(String name) {
    return directory.resolve(name);
  }

  /** The output without the times and the results directory. */
  private static List<String> lines(Cli run) {
    return run.out()
        .lines()
        .filter(line -> !line.startsWith("seed "))
        .map(line -> line.replaceAll(", [0-9]+ ms", ""))
        .toList();
  }

  /** The files whose bytes do not depend on time; H2's do. */
  private static Map<String, String> tree(Path directory) throws IOException {
    Map<String, String> files = Trees.of(directory);
    files.keySet().removeIf(name -> name.contains("h2/") || name.equals("junit.xml"));
    files.computeIfPresent(
        "cases.jsonl", (name, text) -> text.replaceAll("\"millis\":[0-9]+,", ""));
    return files;
  }

  @Test
  void anyNumberOfJobsGivesTheSameOutputAndFiles() throws IOException {
    Cli one = run("one", "--jobs", "1", "--store", "all");
    assertEquals(0, one.code(), one.out() + one.errors());
    Cli more = run("more", "--jobs", "3", "--store", "all");
    assertEquals(lines(one), lines(more));
    assertEquals(tree(out("one")), tree(out("more")));
  }

  @Test
  void aCaseHasTheSameFilesInAnotherOrderInAShardAndAlone() throws IOException {
    run("all", "--jobs", "2");
    run("random", "--jobs", "2", "--order", "random:3");
    for (Path one : directories(out("all"))) {
      String name = one.getFileName().toString();
      assertEquals(Trees.of(one), Trees.of(out("random").resolve(name)), name);
    }
    int seen = 0;
    for (int n = 1; n <= 3; n++) {
      run("shard", "--shard", n + "/3", "--jobs", "2");
      for (Path one : directories(out("shard"))) {
        assertEquals(Trees.of(one), Trees.of(out("all").resolve(one.getFileName())));
        seen++;
      }
    }
    assertEquals(9, seen);
    Cli.run("run", suite + "/in/case3.yaml", "--out", out("alone") + "");
    assertEquals(Trees.of(out("all").resolve("in+case3")), Trees.of(out("alone").resolve("case3")));
  }

  private static List<Path> directories(Path out) throws IOException {
    try (var found = Files.list(out)) {
      return found.filter(JobsTest::isOfCase).toList();
    }
  }

  private static boolean isOfCase(Path entry) {
    return Files.isDirectory(entry) && !entry.endsWith("stores") && !entry.endsWith("report");
  }

  @Test
  void theFirstFailureStopsARunAndItsRestIsRunLater() throws IOException {
    write("case2", FAILS);
    for (String jobs : List.of("1", "3")) {
      Cli stopped = run("out", "--jobs", jobs, "--fail-fast", "--store", "file");
      assertEquals(1, stopped.code(), stopped.out());
      assertTrue(
          stopped.out().contains("stopped by the first failure: 6 scenarios not run"),
          stopped.out());
      assertEquals(3, directories(out("out")).size());
      Path stores = out("out").resolve("stores/file");
      assertEquals(3, directories(stores).size(), stores + "");
      Cli again = run("out", "--rerun-failed", "--jobs", jobs);
      assertEquals(1, again.code(), again.out());
      assertTrue(again.out().contains("6 passed, 1 failed"), again.out());
    }
    Cli third = run("out", "--rerun-failed");
    assertTrue(third.out().contains("0 passed, 1 failed"), third.out());
    write("case2", ScenarioText.HEAD + ScenarioText.ALICE);
    Cli fourth = run("out", "--rerun-failed");
    assertEquals(0, fourth.code(), fourth.out());
    assertTrue(fourth.out().contains("1 passed, 0 failed"), fourth.out());
    Cli nothing = run("out", "--rerun-failed");
    assertEquals(0, nothing.code());
    assertTrue(nothing.out().contains("none is run again"), nothing.out());
    assertEquals(2, run("nowhere", "--rerun-failed").code());
  }

  @Test
  void aFileThatIsNoScenarioIsReadAgain() throws IOException {
    write("bad", "x");
    assertEquals(2, run("out").code());
    Cli again = run("out", "--rerun-failed");
    assertEquals(2, again.code(), again.out() + again.errors());
    assertTrue(again.out().contains("0 passed, 0 failed, 1 rejected"), again.out());
  }

  /** Counts the cases held by a thousand of them, with one thread as with four. */
  @Test
  void theEventsOfFewCasesAreHeldHoweverManyThereAre() {
    for (int jobs : List.of(1, 4)) {
      OrderedWork ordered = new OrderedWork(jobs, () -> false);
      AtomicInteger discarded = new AtomicInteger();
      List<OrderedWork.Work> works =
          IntStream.range(0, 1000).mapToObj(n -> work(n, discarded)).toList();
      List<String> seen = new ArrayList<>();
      RunListener out = event -> seen.add(((RunEvent.StepFinished) event).scenario());
      assertEquals(1000, ordered.run(works, out));
      assertEquals(IntStream.range(0, 1000).mapToObj(n -> "" + n).toList(), seen);
      assertTrue(
          ordered.mostWaiting() >= 1 && ordered.mostWaiting() <= jobs * OrderedWork.AHEAD,
          "held " + ordered.mostWaiting());
      assertEquals(0, discarded.get());
    }
  }

  private static OrderedWork.Work work(int number, AtomicInteger discarded) {
    return new OrderedWork.Work() {
      @Override
      public void run(RunListener events) {
        events.on(new RunEvent.StepFinished("" + number, STEP));
      }

      @Override
      public void discard() {
        discarded.incrementAndGet();
      }
    };
  }

  @Test
  void theEventsOfTheFirstCaseInOrderAreHandedOnAsTheyHappen() {
    for (int jobs : List.of(1, 2)) {
      CountDownLatch seen = new CountDownLatch(1);
      AtomicInteger unseen = new AtomicInteger();
      OrderedWork.Work waiting =
          new OrderedWork.Work() {
            @Override
            public void run(RunListener events) {
              events.on(new RunEvent.StepFinished("first", STEP));
              try {
                unseen.addAndGet(seen.await(20, TimeUnit.SECONDS) ? 0 : 1);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }

            @Override
            public void discard() {}
          };
      new OrderedWork(jobs, () -> false).run(List.of(waiting), event -> seen.countDown());
      assertEquals(0, unseen.get(), jobs + " jobs");
    }
  }

  @Test
  void aStopInTheMiddleOfACaseLeavesNothingOfIt() throws IOException {
    for (int jobs : List.of(1, 2)) {
      Stop stop = new Stop();
      AtomicInteger steps = new AtomicInteger();
      List<RunEvent> events = new ArrayList<>();
      Path out = out("stop" + jobs);
      RunTotals totals =
          new Runner(
                  RunOptions.DEFAULT,
                  out,
                  List.of(events::add),
                  RunControls.of(jobs, stop, Optional.empty()),
                  word ->
                      (stage, step) -> {
                        if (steps.incrementAndGet() == 3) {
                          stop.request("a test");
                        }
                        return StepActions.of(word).run(stage, step);
                      })
              .run(RunPlan.of(ScenarioFiles.read(List.of(suite))));
      assertEquals(totals.passed(), directories(out).size());
      assertTrue(totals.passed() < 9, totals + "");
      assertEquals(
          new RunEvent.RunStopped("a test", 9 - totals.passed()), events.get(events.size() - 2));
      assertTrue(Files.readString(out.resolve("cases.jsonl")).endsWith("{\"finished\":false}\n"));
    }
  }

  /** The step waits until it is interrupted, so only the limit can end it. */
  @Test
  void aCaseThatTakesTooLongIsUndecidedAtTheStepInFlight() {
    // Loads the classes, so that the first step is done within the limit.
    assertEquals(0, run("warm", "--jobs", "1").code());
    List<RunEvent> events = new ArrayList<>();
    RunControls limited = RunControls.of(2, new Stop(), Optional.of(Duration.ofMillis(300)));
    RunTotals totals =
        new Runner(
                RunOptions.DEFAULT,
                out("late"),
                List.of(events::add),
                limited,
                word ->
                    (stage, step) -> {
                      if (step.number() == 2) {
                        await(new CountDownLatch(1));
                      }
                      return StepActions.of(word).run(stage, step);
                    })
            .run(RunPlan.of(ScenarioFiles.read(List.of(suite.resolve("case0.yaml")))));
    assertEquals(4, totals.exitCode());
    RunEvent.ScenarioFinished finished =
        (RunEvent.ScenarioFinished)
            events.stream().filter(e -> e instanceof RunEvent.ScenarioFinished).findFirst().get();
    List<StepResult> steps = finished.result().steps();
    assertEquals(Verdict.PASSED, steps.get(0).verdict());
    assertEquals(
        Optional.of("not done after 300 ms, with this step in flight"), steps.get(1).explanation());
    assertTrue(steps.stream().skip(2).allMatch(s -> s.verdict() == Verdict.UNDECIDED));
    assertEquals(
        steps.size(), events.stream().filter(e -> e instanceof RunEvent.StepFinished).count());
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("given up", e);
    }
  }
}
