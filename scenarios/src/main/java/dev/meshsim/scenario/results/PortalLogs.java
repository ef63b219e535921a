package dev.meshsim.scenario.results;

import dev.meshsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the logs of a scenario's portals are within its results. */
public final class PortalLogs {

  private static final Set<String> FURTHER =
      IntStream.rangeClosed(2, Scenario.MOST_PORTALS)
          .mapToObj(number -> directory(number).orElseThrow())
          .collect(Collectors.toUnmodifiableSet());

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
    return FURTHER.contains(name);
  }

  /**
   * Checks that nobody has the logs of any portal open.
   *
   * @throws dev.meshsim.files.FilesException.FileLocked if somebody has
   */
  static void requireClosed(Path scenario) throws IOException {
    RunStore.logs().requireClosed(scenario);
    for (Path entry : ResultsFiles.entries(scenario)) {
      if (isDirectory(entry.getFileName().toString())) {
        RunStore.logs().requireClosed(entry);
      }
    }
  }
}
