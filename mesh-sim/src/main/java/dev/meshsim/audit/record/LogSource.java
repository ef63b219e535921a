package dev.meshsim.audit.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A log that can be opened.
 *
 * @param name the name in reports
 * @param opener opens it at its beginning; called once for each reading
 */
public record LogSource(String name, Opener opener) {

  /** A function that opens a log at its beginning. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens the log; the caller closes the stream.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
  }

  /** Requires both. */
  public LogSource {
    Objects.requireNonNull(name);
    Objects.requireNonNull(opener);
  }

  /** The log file at {@code path}, which is also its name. */
  public static LogSource of(Path path) {
    return new LogSource(path.toString(), () -> Files.newInputStream(path));
  }
}
