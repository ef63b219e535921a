package dev.meshsim.files;

import java.io.IOException;

/**
 * Holds a pending interrupt back during work on a file channel. Java closes a channel under an
 * interrupted thread, which would lose a store although its disk is sound. The work is as long as
 * one operation of the disk.
 */
final class HeldInterrupt {

  private HeldInterrupt() {}

  /** Work on files. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does the work; the thread is interrupted afterwards if it was before. */
  static <T> T during(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
