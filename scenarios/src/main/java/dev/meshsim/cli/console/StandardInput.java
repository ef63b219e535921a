package dev.meshsim.cli.console;

import dev.meshsim.error.IoReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads standard input. */
public final class StandardInput {

  /** The name of standard input on the command line. */
  public static final String NAME = "-";

  private static final int TEXT_OCTETS = 1 << 20;

  private StandardInput() {}

  /**
   * Standard input as a stream, which stays open when the stream is closed.
   *
   * @throws InputException if the process was started without standard input
   */
  public static InputStream open() {
    if (isFileOfJdk()) {
      throw failure("it is closed");
    }
    return new FilterInputStream(System.in) {
      @Override
      public void close() {}
    };
  }

  /**
   * True if standard input was closed at the start, so that the JVM opened a file of its own, its
   * modules for example, under the number of standard input.
   */
  private static boolean isFileOfJdk() {
    try {
      Path home = Path.of(System.getProperty("java.home")).toRealPath();
      return Path.of("/proc/self/fd/0").toRealPath().startsWith(home);
    } catch (IOException e) {
      return false; // a pipe, or a system without /proc
    }
  }

  /** The lines that are not blank, without leading and trailing white space; at most 1 MiB. */
  public static List<String> lines() {
    byte[] octets;
    try (InputStream in = open()) {
      octets = in.readNBytes(TEXT_OCTETS + 1);
    } catch (IOException e) {
      throw failure(e);
    }
    if (octets.length > TEXT_OCTETS) {
      throw new InputException(
          "standard input has more than " + TEXT_OCTETS + " octets",
          "pipe a text into the command");
    }
    return new String(octets, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The failure for an error while standard input was read. */
  public static InputException failure(IOException e) {
    return failure(IoReason.of(e));
  }

  private static InputException failure(String reason) {
    return new InputException(
        "standard input cannot be read: " + reason, "pipe a text or a file into the command");
  }
}
