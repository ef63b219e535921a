package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as an option has it: a number above 0 and ms, s, m or h. */
final class DurationOption {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8}) ?(ms|s|m|h)");

  private DurationOption() {}

  /**
   * Reads it.
   *
   * @throws InputException if it has another form; names the option
   */
  static Duration of(String option, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InputException(
          option + " takes a number and ms, s, m or h, not " + Quote.text(text),
          "write for example " + option + " 30s");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
