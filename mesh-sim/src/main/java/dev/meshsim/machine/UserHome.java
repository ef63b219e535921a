package dev.meshsim.machine;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The home directory of the person who runs this program, in which stores have usual places. */
public final class UserHome {

  private static final String PROPERTY = "user.home";

  private UserHome() {}

  /**
   * The path of a name in the home directory. Nothing is made there.
   *
   * @throws MachineException {@code machine.no-home} if the system property {@code user.home} is
   *     not an absolute path, or names no directory
   */
  public static Path resolve(String name) {
    return directory(System.getProperty(PROPERTY)).resolve(name);
  }

  private static Path directory(@Nullable String home) {
    if (home == null || home.isBlank()) {
      throw MachineException.noHome("", "the system property " + PROPERTY + " is not set");
    }
    Path path = path(home);
    // A relative home, for example the "?" of a user whom the system does not know, would put
    // private keys into the working directory.
    if (path == null || !path.isAbsolute()) {
      throw MachineException.noHome(home, PROPERTY + " is not an absolute path");
    }
    requireDirectory(path);
    return path;
  }

  private static @Nullable Path path(String home) {
    try {
      return Path.of(home);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** A link to a directory will do. */
  private static void requireDirectory(Path home) {
    Path real;
    try {
      real = home.toRealPath();
    } catch (IOException e) {
      throw MachineException.noHome(home.toString(), "cannot be read, or is not there");
    }
    if (DurableFiles.real().status(real).kind() != FileStatus.Kind.DIRECTORY) {
      throw MachineException.noHome(home.toString(), "is not a directory");
    }
  }
}
