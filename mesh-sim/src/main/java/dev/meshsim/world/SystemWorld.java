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
  public void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
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
