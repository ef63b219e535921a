package dev.meshsim.cli.simulate;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A range of seeds.
 *
 * @param first the first seed
 * @param last the last seed, not before the first
 */
public record Seeds(long first, long last) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.\\.([0-9]{1,18}))?");

  /** Reads {@code 17} or {@code 1..1000}. */
  public static Seeds parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      long first = Long.parseLong(matcher.group(1));
      long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
      if (first <= last) {
        return new Seeds(first, last);
      }
    }
    throw new InputException(
        "--seeds takes a number or a range, not " + Quote.text(text), "write for example 1..1000");
  }

  LongStream stream() {
    return LongStream.rangeClosed(first, last);
  }

  /** The number of seeds; 0 if there is no end. */
  long count() {
    return last == Long.MAX_VALUE ? 0 : last - first + 1;
  }

  boolean isOne() {
    return first == last;
  }
}
