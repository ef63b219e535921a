package dev.meshsim.world;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Where protocol, portal, machine and store code gets time and randomness from. Thread-safe. */
public sealed interface World permits SystemWorld, SeededWorld {

  /** Real time and the operating system's random numbers. */
  static World system() {
    return new SystemWorld();
  }

  /**
   * A reproducible world: the same seed and the same calls give the same bytes.
   *
   * @param seed any value
   */
  static SeededWorld seeded(long seed) {
    return new SeededWorld(seed);
  }

  /** The present time. In a seeded world it stands still until it is advanced. */
  Instant now();

  /**
   * Opens the next random stream of a name. The n-th call with the same two arguments (n counts
   * from 0) opens the n-th stream of that name; a stream's content depends on the seed, the
   * machine, the purpose and n, and on nothing else.
   *
   * @param machine who draws, for example {@code alice-desktop} or {@code portal:example.com}
   * @param purpose what for, for example {@code DeviceSignatureKey}
   */
  RandomStream stream(String machine, String purpose);

  /**
   * Waits. In a seeded world the clock moves on by {@code time} at once.
   *
   * @param time zero or more
   */
  void pause(Duration time);

  /** The seed, or empty in the real world. */
  OptionalLong seed();
}
