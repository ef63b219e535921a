package dev.meshsim.report;

import dev.meshsim.error.Quote;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command that runs one scenario again, with the seed and options of its run.
 *
 * @param seed the run's seed
 * @param words the command and its arguments, not quoted
 */
public record RepeatCommand(long seed, List<String> words) {

  /** Words that mean themselves in every POSIX shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** Copies the list. */
  public RepeatCommand {
    words = List.copyOf(words);
  }

  /**
   * The command for a POSIX shell, in single quotes where a word needs them. A word with a
   * character that would mislead on a terminal is in {@code $'...'}, as Bash and Zsh read it.
   */
  public String line() {
    return words.stream().map(RepeatCommand::quoted).collect(Collectors.joining(" "));
  }

  /** The seed and the command, as the reports print them under a failed step. */
  public String text() {
    return "seed " + seed + ", repeat with: " + line();
  }

  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return Quote.of(word).equals(word)
        ? "'" + word.replace("'", "'\\''") + "'"
        : "$'" + Quote.of(word.replace("\\", "\\\\").replace("'", "\\'")) + "'";
  }
}
