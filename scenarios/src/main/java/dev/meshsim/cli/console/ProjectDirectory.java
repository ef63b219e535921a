package dev.meshsim.cli.console;

import java.nio.file.Path;

/** The project's directory, as the launcher passes it, so that the command works from anywhere. */
public final class ProjectDirectory {

  /** The system property that the launcher sets to the project's directory. */
  static final String PROPERTY = "meshsim.home";

  private ProjectDirectory() {}

  /** A path below the project's directory; relative if it is below the working directory. */
  public static Path path(String relative) {
    Path working = Path.of("").toAbsolutePath().normalize();
    Path home = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    Path path = home.resolve(relative);
    return path.startsWith(working) ? working.relativize(path) : path;
  }
}
