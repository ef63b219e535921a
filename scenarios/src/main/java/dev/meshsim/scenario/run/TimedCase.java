package dev.meshsim.scenario.run;

import dev.meshsim.report.RepeatCommand;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.ScenarioInfo;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.judge.StepJudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives a case a limit of real time. A case that is not done by then is undecided at the step that
 * was in flight; its thread is interrupted, and its later events are dropped.
 */
final class TimedCase {

  /** The time in which an interrupted step may end and close its stores. */
  private static final long GRACE_MILLIS = 1000;

  private final ScenarioInfo info;
  private final Scenario scenario;
  private final RepeatCommand repeat;
  private final Duration limit;
  private final RunListener events;
  private final List<StepResult> results = new ArrayList<>();
  private boolean ended;

  TimedCase(
      ScenarioInfo info,
      Scenario scenario,
      RepeatCommand repeat,
      Duration limit,
      RunListener events) {
    this.info = info;
    this.scenario = scenario;
    this.repeat = repeat;
    this.limit = limit;
    this.events = events;
  }

  /** Runs the case, which sends its events to {@link #take}. */
  void run(Runnable work) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    Thread thread = new Thread(task, "mesh-sim timed case");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (cut()) {
        thread.interrupt();
      }
      join(thread);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes an event of the case. */
  synchronized void take(RunEvent event) {
    if (ended) {
      return;
    }
    if (event instanceof RunEvent.StepFinished finished) {
      results.add(finished.step());
    }
    ended = event instanceof RunEvent.ScenarioFinished;
    events.on(event);
  }

  /** Ends the case; false if it has ended by itself meanwhile. */
  private synchronized boolean cut() {
    if (ended) {
      return false;
    }
    ended = true;
    // After the last step only the reports are left to do.
    int flying = Math.min(results.size(), scenario.steps().size() - 1);
    results.subList(flying, results.size()).clear();
    for (Step step : scenario.steps().subList(flying, scenario.steps().size())) {
      StepResult result =
          results.size() == flying
              ? StepJudge.undecided(
                  step,
                  "not done after " + limit.toMillis() + " ms, with this step in flight",
                  false)
              : StepJudge.passedOver(step);
      results.add(result);
      events.on(new RunEvent.StepFinished(info.name(), result));
    }
    events.on(
        new RunEvent.ScenarioFinished(
            new ScenarioResult(info, Verdict.UNDECIDED, results, List.of(), limit, repeat)));
    return true;
  }
}
