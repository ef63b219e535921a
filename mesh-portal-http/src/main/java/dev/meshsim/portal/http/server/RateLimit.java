package dev.meshsim.portal.http.server;

import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A limit of requests a second for each of many names: a bucket of tokens, which holds those of two
 * seconds. The names that were used least recently are forgotten first. Thread-safe.
 */
final class RateLimit {

  private static final int MOST_NAMES = 10_000;
  private static final int SECONDS = 2;

  private record Bucket(double tokens, Instant at) {}

  private final World clock;
  private final int perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /**
   * A limit.
   *
   * @param perSecond the requests a second; 0 for no limit
   */
  RateLimit(World clock, int perSecond) {
    this.clock = clock;
    this.perSecond = perSecond;
  }

  /** True if there is a limit. */
  boolean isOn() {
    return perSecond > 0;
  }

  /** Counts a request; false if it is one too many. */
  synchronized boolean take(String name) {
    if (!isOn()) {
      return true;
    }
    Instant now = clock.now();
    double most = (double) perSecond * SECONDS;
    Bucket bucket = buckets.get(name);
    double there = most;
    if (bucket != null) {
      double seconds = Duration.between(bucket.at(), now).toNanos() / 1e9;
      there = Math.min(most, bucket.tokens() + Math.max(0, seconds) * perSecond);
    }
    boolean taken = there >= 1;
    buckets.put(name, new Bucket(taken ? there - 1 : there, now));
    return taken;
  }
}
