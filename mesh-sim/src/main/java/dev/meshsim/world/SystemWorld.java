package dev.meshsim.world;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** The real world: the system clock and the operating system's random numbers. */
final class SystemWorld implements World {

  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public boolean pause(Duration time) {
    long nanos = time.toNanos();
    long start = System.nanoTime();
    // A thread may be unparked for no reason, and is not parked at all while it is interrupted.
    for (long left = nanos; !Thread.currentThread().isInterrupted(); ) {
      if (left <= 0) {
        return true;
      }
      LockSupport.parkNanos(left);
      left = nanos - (System.nanoTime() - start);
    }
    return false;
  }

  @Override
  public RandomStream stream(String machine, String purpose) {
    return RandomStream.real(random);
  }

  @Override
  public OptionalLong seed() {
    return OptionalLong.empty();
  }

  @Override
  public String toString() {
    return "World[system]";
  }
}
