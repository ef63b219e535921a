package dev.meshsim.wizard.terminal;

import dev.meshsim.wizard.Leaving;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C as a signal. It takes effect where keys are read, also if it comes while a question
 * begins: the terminal sends a signal until Ctrl-C is a key, and the signal may be handled later
 * than that.
 */
final class Interrupts {

  private static final int AGAIN_MILLIS = 50;

  private final ScheduledExecutorService ticks;
  private boolean pending;
  private @Nullable Thread reading;

  Interrupts(ScheduledExecutorService ticks) {
    this.ticks = ticks;
  }

  /** Takes the signals of a terminal. */
  void handle(Terminal terminal) {
    terminal.handle(Terminal.Signal.INT, signal -> interrupt());
  }

  private synchronized void interrupt() {
    pending = true;
    interruptReading();
  }

  private synchronized void interruptReading() {
    if (pending && reading != null) {
      reading.interrupt();
    }
  }

  /**
   * Takes the signal that has come, if one has.
   *
   * @throws Leaving out of the wizard
   */
  synchronized void check() {
    if (pending) {
      pending = false;
      throw new Leaving(Leaving.Way.OUT);
    }
  }

  /**
   * Does work that reads keys and ends with {@link Leaving} when its thread is interrupted. The
   * thread is not interrupted after it, so that no step is cut in the middle.
   */
  String reading(Supplier<String> work) {
    begin();
    // JLine forgets an interrupt that comes before it waits for a key.
    ScheduledFuture<?> again =
        ticks.scheduleWithFixedDelay(
            this::interruptReading, AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    try {
      check();
      return work.get();
    } finally {
      again.cancel(false);
      end();
    }
  }

  private synchronized void begin() {
    reading = Thread.currentThread();
  }

  private synchronized void end() {
    reading = null;
    pending = false;
    Thread.interrupted();
  }
}
