package dev.meshsim.world;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The source of time and randomness for protocol, portal, machine and store code. Thread-safe. */
public sealed interface World permits SystemWorld, SeededWorld, ShiftedWorld {

  /** Real time and the operating system's random numbers. */
  static World system() {
    return new SystemWorld();
  }

  /**
   * A reproducible world: equal seeds and equal calls give equal octets.
   *
   * @param seed any value
   */
  static SeededWorld seeded(long seed) {
    return new SeededWorld(seed);
  }

  /** The present time. In a seeded world it changes only when the clock is advanced. */
  Instant now();

  /**
   * Opens the next random stream of a machine and a purpose. The n-th call with these arguments (n
   * counts from 0) opens the n-th stream. In a seeded world a stream's content depends only on the
   * seed, the machine, the purpose and n.
   *
   * @param machine the actor that draws, for example {@code alice-desktop} or {@code
   *     portal:example.com}
   * @param purpose the use of the octets, for example {@code DeviceSignatureKey}
   */
  RandomStream stream(String machine, String purpose);

  /**
   * Waits. In a seeded world the clock advances by {@code time} and the call returns at once.
   *
   * @param time zero or more
   * @return true after the whole time; false at once when the thread is interrupted, before or
   *     during the wait. The thread stays interrupted, so that every further pause returns false
   */
  boolean pause(Duration time);

  /** The seed, or empty in the real world. */
  OptionalLong seed();
}
