package dev.meshsim.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;

/** A text of another person that would mislead on a terminal, and the check that it does not. */
public final class Hostile {

  /** An escape sequence, a bidirectional control, line breaks of all kinds and half a character. */
  public static final String TEXT =
      "\u001b[31m\u202e\u2028\u2029\r\n\u0000\u007f\u0085\u009b\ud800\udb40\udc01\t\u200d";

  /** The part of it that may be in the name of a file, in every character set. */
  public static final String FILE = "a\u001b[31m\r\n\u007fb";

  private Hostile() {}

  /**
   * Checks that nothing in an output misleads; its line feeds are its own.
   *
   * @param lines the number of lines that it may have, or -1 if any
   */
  public static void assertHarmless(String output, int lines) {
    List<String> found =
        output
            .codePoints()
            .filter(
                c -> c != '\n' && !Quote.of(Character.toString(c)).equals(Character.toString(c)))
            .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
            .toList();
    assertEquals(List.of(), found, output);
    if (lines >= 0) {
      assertEquals(lines, output.lines().count(), output);
    }
  }
}
