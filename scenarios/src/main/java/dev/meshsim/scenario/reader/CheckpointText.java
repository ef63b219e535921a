package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.DurationText;
import dev.meshsim.transparency.service.CheckpointPolicy;
import java.time.Duration;
import java.util.Optional;

/** When portals make checkpoints, as a scenario writes it: {@code each request} or a time. */
public final class CheckpointText {

  /** The text of a portal that makes a checkpoint with each request after a record. */
  public static final String EACH_REQUEST = "each request";

  private static final CheckpointPolicy EACH = new CheckpointPolicy(1, Duration.ZERO);

  private CheckpointText() {}

  /** Reads {@value #EACH_REQUEST}, or a time, within which 1,000 records are enough too. */
  public static Optional<CheckpointPolicy> parse(String text) {
    if (text.equals(EACH_REQUEST)) {
      return Optional.of(EACH);
    }
    return DurationText.parse(text)
        .map(time -> new CheckpointPolicy(CheckpointPolicy.USUAL.records(), time));
  }

  /** Writes what {@link #parse} has read. */
  public static String write(CheckpointPolicy policy) {
    return policy.equals(EACH) ? EACH_REQUEST : DurationText.write(policy.interval());
  }
}
