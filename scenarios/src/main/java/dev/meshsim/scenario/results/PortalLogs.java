package dev.meshsim.scenario.results;

import dev.meshsim.scenario.Scenario;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the logs of a scenario's portals are within its results. */
public final class PortalLogs {

  private PortalLogs() {}

  /**
   * The directory of a portal's logs; empty for the first portal, whose logs are in the scenario's
   * directory itself.
   *
   * @param number counted from 1 in the scenario's order
   */
  public static Optional<String> directory(int number) {
    return number == 1 ? Optional.empty() : Optional.of("portal-" + number);
  }

  /** True for the name of the directory of a further portal's logs. */
  static boolean isDirectory(String name) {
    return IntStream.rangeClosed(2, Scenario.MOST_PORTALS)
        .anyMatch(number -> directory(number).equals(Optional.of(name)));
  }

  /**
   * Checks that nobody has the logs of any portal open.
   *
   * @throws dev.meshsim.files.FilesException.FileLocked if somebody has
   */
  static void requireClosed(Path scenario) {
    RunStore.logs().requireClosed(scenario);
    for (int number = 2; number <= Scenario.MOST_PORTALS; number++) {
      directory(number).map(scenario::resolve).ifPresent(RunStore.logs()::requireClosed);
    }
  }
}
