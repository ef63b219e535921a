package dev.meshsim.cli.console;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is asked to end, by Ctrl-C or TERM; the JVM gives the exit code. */
public final class Stopping {

  private Stopping() {}

  /** Waits; does the work of the end in the JVM's shutdown, which ends the process. */
  public static void await(Runnable end) {
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    end.run();
                  } finally {
                    ended.countDown();
                  }
                },
                "mesh-sim stop"));
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
