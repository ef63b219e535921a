package dev.meshsim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as a scenario writes them: {@code 8 days}. */
public final class DurationText {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,4}) ([a-z]+?)s?");

  private static final int MOST = 9999;

  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7));

  private static final Pattern SHIFT = Pattern.compile("(.+) (ahead|behind)");

  private DurationText() {}

  /** Reads a time of at most 9999 units; empty if the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.ofNullable(UNITS.get(matcher.group(2)))
            .map(unit -> unit.multipliedBy(Integer.parseInt(matcher.group(1))))
            .filter(time -> !time.isZero())
        : Optional.empty();
  }

  /**
   * A time that {@link #write} can write: in whole units, the smallest of which there are at most
   * 9999; rounded down.
   *
   * @param time at least one second
   */
  public static Duration rounded(Duration time) {
    for (String unit : List.of("second", "minute", "hour")) {
      Duration size = Objects.requireNonNull(UNITS.get(unit));
      long count = time.dividedBy(size);
      if (count <= MOST) {
        return size.multipliedBy(count);
      }
    }
    return Duration.ofDays(Math.min(MOST, time.toDays()));
  }

  /** Writes a time as {@link #parse} reads it, in the largest unit that is whole. */
  public static String write(Duration time) {
    String unit = "second";
    for (String each : List.of("minute", "hour", "day", "week")) {
      Duration size = Objects.requireNonNull(UNITS.get(each));
      if (time.toSeconds() % size.toSeconds() == 0) {
        unit = each;
      }
    }
    long count = time.toSeconds() / Objects.requireNonNull(UNITS.get(unit)).toSeconds();
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  /** Reads how far a clock is ahead; negative if it is behind, zero if it is {@code right}. */
  public static Optional<Duration> parseShift(String text) {
    if (text.equals("right")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = SHIFT.matcher(text);
    return matcher.matches()
        ? parse(matcher.group(1)).map(by -> matcher.group(2).equals("ahead") ? by : by.negated())
        : Optional.empty();
  }
}
