package dev.meshsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The signals that child processes of the tests get. */
public final class Signals {

  private static final Path STATUS = Path.of("/proc/self/status");

  private Signals() {}

  /**
   * True if this process ignores a signal, as one that a shell starts with {@code &} ignores INT.
   * Its children inherit that, and a JVM then leaves the signal alone.
   *
   * @param signal {@code INT} or {@code TERM}
   */
  public static boolean isIgnored(String signal) throws IOException {
    if (!Files.isReadable(STATUS)) {
      return false;
    }
    int number = signal.equals("INT") ? 2 : 15;
    String mask =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(mask, 16) >> (number - 1) & 1) == 1;
  }
}
