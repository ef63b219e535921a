package dev.meshsim.report.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations of the world's time, in words. */
public final class Elapsed {

  private static final int UNITS = 2;

  private Elapsed() {}

  /** A duration in its two largest units, {@code 8 days 3 s}. */
  public static String words(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toDaysPart(), duration.toDaysPart() == 1 ? " day" : " days");
    add(parts, duration.toHoursPart(), " h");
    add(parts, duration.toMinutesPart(), " min");
    add(parts, duration.toSecondsPart(), " s");
    return parts.isEmpty()
        ? "0 s"
        : String.join(" ", parts.subList(0, Math.min(UNITS, parts.size())));
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number != 0) {
      parts.add(number + unit);
    }
  }
}
