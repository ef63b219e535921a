package dev.meshsim.audit.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A log to read.
 *
 * @param name what reports call it
 * @param opener opens it; once for each time it is read
 */
public record LogSource(String name, Opener opener) {

  /** Opens a log at its beginning. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens it; the caller closes the stream.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
  }

  /** Checks that both are there. */
  public LogSource {
    Objects.requireNonNull(name);
    Objects.requireNonNull(opener);
  }

  /** The file at {@code path}, under that name. */
  public static LogSource of(Path path) {
    return new LogSource(path.toString(), () -> Files.newInputStream(path));
  }
}
