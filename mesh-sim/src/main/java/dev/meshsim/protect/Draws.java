package dev.meshsim.protect;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;

/**
 * A random stream for each message, from one stream: threads share it and do not wait for each
 * other's cryptography. Thread-safe.
 */
final class Draws {

  private final RandomStream stream;

  Draws(RandomStream stream) {
    this.stream = stream;
  }

  /** The stream of the next message. */
  RandomStream next() {
    byte[] seed;
    synchronized (stream) {
      seed = stream.bytes(RandomStream.SEED_OCTETS);
    }
    try {
      return RandomStream.expand(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }
}
