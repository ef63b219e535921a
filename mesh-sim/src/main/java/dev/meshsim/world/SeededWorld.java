package dev.meshsim.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A world of virtual time and reproducible randomness; see {@link World#seeded(long)}. Thread-safe.
 */
public final class SeededWorld implements World {

  /**
   * The time at which every seeded world begins: midnight UTC of the date of
   * draft-hallambaker-mesh-developer-08.
   */
  public static final Instant EPOCH = Instant.parse("2019-04-04T00:00:00Z");

  private static final byte[] DOMAIN = "mesh-sim stream v1".getBytes(StandardCharsets.UTF_8);

  private final long seed;
  private final AtomicLong elapsedNanos = new AtomicLong();
  private final Map<String, AtomicInteger> opened = new ConcurrentHashMap<>();

  SeededWorld(long seed) {
    this.seed = seed;
  }

  @Override
  public Instant now() {
    return EPOCH.plusNanos(elapsedNanos.get());
  }

  /**
   * Moves the clock forward.
   *
   * @param step zero or more
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time only moves forward, not by " + step);
    }
    elapsedNanos.addAndGet(step.toNanos());
  }

  @Override
  public boolean pause(Duration time) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    advance(time);
    return true;
  }

  @Override
  public RandomStream stream(String machine, String purpose) {
    // Lengths precede names, so that no two pairs of names give one input. The four spare octets at
    // the end stay zero for ever: recorded runs depend on them.
    byte[] machineName = machine.getBytes(StandardCharsets.UTF_8);
    byte[] purposeName = purpose.getBytes(StandardCharsets.UTF_8);
    String counter = machineName.length + ":" + machine + purpose;
    int n = opened.computeIfAbsent(counter, key -> new AtomicInteger()).getAndIncrement();
    ByteBuffer input =
        ByteBuffer.allocate(DOMAIN.length + 16 + machineName.length + purposeName.length)
            .put(DOMAIN)
            .putInt(machineName.length)
            .put(machineName)
            .putInt(purposeName.length)
            .put(purposeName)
            .putInt(n);
    byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    String name = seed + "/" + machine + "/" + purpose + "/" + n;
    return RandomStream.derived(name, hmacSha512(key, input.array()));
  }

  @Override
  public OptionalLong seed() {
    return OptionalLong.of(seed);
  }

  private static byte[] hmacSha512(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks HmacSHA512", e);
    }
  }

  @Override
  public String toString() {
    return "World[seed " + seed + "]";
  }
}
