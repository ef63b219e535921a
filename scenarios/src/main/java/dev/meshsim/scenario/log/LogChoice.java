package dev.meshsim.scenario.log;

import dev.meshsim.sim.schedule.Dice;
import dev.meshsim.transparency.service.CheckpointPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verifiable logs that the portals of a simulation keep. */
public enum LogChoice {
  /** Portals keep none. */
  NONE,
  /** Portals make checkpoints, and only their clients look at them. */
  ALONE,
  /** Witnesses and the other portals look at them too, and the machines demand the witnesses. */
  WATCHED,
  /** Each seed draws one of the others; most have no logs. */
  DRAWN;

  /** Of so many seeds that draw, one has logs. */
  private static final int LOGS = 4;

  private static final List<CheckpointPolicy> POLICIES =
      List.of(
          new CheckpointPolicy(1, Duration.ZERO),
          new CheckpointPolicy(1000, Duration.ofMinutes(1)),
          new CheckpointPolicy(1000, Duration.ofHours(1)));

  private static final LogSetting.Witnesses WITNESSES = new LogSetting.Witnesses(2, 3);

  /** The word of the option. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(LogChoice::label).toList();
  }

  /** The choice of a word. */
  public static Optional<LogChoice> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }

  /** The setting of one seed with so many portals. */
  public Optional<LogSetting> draw(Dice dice, int portals) {
    return switch (this) {
      case NONE -> Optional.empty();
      case ALONE -> Optional.of(LogSetting.alone(dice.of(POLICIES)));
      case WATCHED ->
          Optional.of(
              new LogSetting(
                      dice.of(POLICIES), Optional.of(WITNESSES), Optional.of(Duration.ofHours(1)))
                  .among(portals));
      case DRAWN -> {
        if (!dice.oneIn(LOGS)) {
          yield Optional.empty();
        }
        yield (dice.oneIn(2) ? WATCHED : ALONE).draw(dice, portals);
      }
    };
  }
}
