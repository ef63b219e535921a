package dev.meshsim.cli.console;

import java.nio.file.Path;

/** Where the project is: the launcher says so, so that the command works from any directory. */
public final class ProjectDirectory {

  /** The launcher gives the project's directory under this name. */
  static final String PROPERTY = "meshsim.home";

  private ProjectDirectory() {}

  /** A path of the project, relative to the working directory where it lies below that. */
  public static Path path(String relative) {
    Path working = Path.of("").toAbsolutePath().normalize();
    Path home = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    Path path = home.resolve(relative);
    return path.startsWith(working) ? working.relativize(path) : path;
  }
}
