package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a real time: {@code 30s}, {@code 10m}, {@code 2h}. */
final class RealTime {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  private RealTime() {}

  static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InputException(
          "--for takes a number and s, m or h, not " + Quote.text(text), "write for example 10m");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
