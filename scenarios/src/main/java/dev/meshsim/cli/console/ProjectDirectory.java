package dev.meshsim.cli.console;

import java.nio.file.Path;

/** The project's directory, as the launcher passes it, so that the command works from anywhere. */
public final class ProjectDirectory {

  /** The system property that the launcher sets to the project's directory. */
  static final String PROPERTY = "meshsim.home";

  private ProjectDirectory() {}

  /**
   * The default directory for results: {@code target/mesh-sim} of the project if the working
   * directory is in it, otherwise {@code mesh-sim-results} in the working directory.
   */
  public static Path results() {
    return results(Path.of(""), Path.of(System.getProperty(PROPERTY, "")));
  }

  static Path results(Path working, Path home) {
    Path project = home.toAbsolutePath().normalize();
    return working.toAbsolutePath().normalize().startsWith(project)
        ? path("target/mesh-sim")
        : Path.of("mesh-sim-results");
  }

  /** A path below the project's directory; relative if it is below the working directory. */
  public static Path path(String relative) {
    Path working = Path.of("").toAbsolutePath().normalize();
    Path home = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    Path path = home.resolve(relative);
    return path.startsWith(working) ? working.relativize(path) : path;
  }
}
