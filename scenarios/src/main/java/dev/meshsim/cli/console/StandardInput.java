package dev.meshsim.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads standard input. */
public final class StandardInput {

  private static final int TEXT_OCTETS = 1 << 20;

  private StandardInput() {}

  /** The lines that are not blank, without leading and trailing white space; at most 1 MiB. */
  public static List<String> lines() {
    try {
      byte[] octets = System.in.readNBytes(TEXT_OCTETS);
      return new String(octets, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new InputException("standard input cannot be read", "pipe a text into the command");
    }
  }
}
