package dev.meshsim.scenario.log;

import dev.meshsim.transparency.service.CheckpointPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The verifiable logs of a scenario's portals.
 *
 * @param checkpoints when the portals make checkpoints
 * @param witnesses those whom the portals ask for cosignatures, and whose cosignatures the machines
 *     demand; empty if there are none
 * @param exchange how often the portals fetch each other's checkpoints; empty for never
 */
public record LogSetting(
    CheckpointPolicy checkpoints, Optional<Witnesses> witnesses, Optional<Duration> exchange) {

  /**
   * The witnesses of a scenario.
   *
   * @param needed how many must have cosigned a checkpoint, 1 to {@code count}
   * @param count how many there are: {@code w1} and on
   */
  public record Witnesses(int needed, int count) {}

  /** Logs that nobody watches but the machines. */
  public static LogSetting alone(CheckpointPolicy checkpoints) {
    return new LogSetting(checkpoints, Optional.empty(), Optional.empty());
  }

  /** The setting for so many portals: one alone exchanges nothing. */
  public LogSetting among(int portals) {
    return portals > 1 ? this : new LogSetting(checkpoints, witnesses, Optional.empty());
  }

  /** True if others than the portals' clients look at the logs. */
  public boolean isWatched() {
    return witnesses.isPresent() || exchange.isPresent();
  }
}
