package dev.meshsim.cli.console;

import dev.meshsim.scenario.run.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run when the process is asked to end, by Ctrl-C or TERM, and lets the process end when
 * the run has written its results. The JVM gives the exit code, 130 or 143.
 */
public final class Interruption implements AutoCloseable {

  /** A step that takes longer is given up, and the results end with the case before. */
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Stop stop) {
    this.hook =
        new Thread(
            () -> {
              stop.request("a signal");
              try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "mesh-sim stop");
  }

  /** Listens for signals until it is closed. */
  public static Interruption of(Stop stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, and was just told that the run has ended.
      return;
    }
  }
}
