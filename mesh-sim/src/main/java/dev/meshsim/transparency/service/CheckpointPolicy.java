package dev.meshsim.transparency.service;

import java.time.Duration;

/**
 * When a portal makes a checkpoint: at the first request after so many records or so much time,
 * whichever comes first, and only if there is a record that the last one does not cover.
 *
 * @param records the number of records, 1 or more
 * @param interval the time, not negative
 */
public record CheckpointPolicy(int records, Duration interval) {

  /** Every 1,000 records or every minute. */
  public static final CheckpointPolicy USUAL = new CheckpointPolicy(1000, Duration.ofMinutes(1));

  /** Checks the ranges. */
  public CheckpointPolicy {
    if (records < 1 || interval.isNegative()) {
      throw new IllegalArgumentException("1 record or more, and a time that is not negative");
    }
  }
}
