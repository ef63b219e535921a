package dev.meshsim.report.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The units of JMH's scores: {@code us/op}, {@code ops/ms}. */
public final class BenchUnit {

  private static final Map<String, Double> NANOSECONDS = new LinkedHashMap<>();

  static {
    NANOSECONDS.put("ns", 1.0);
    NANOSECONDS.put("us", 1e3);
    NANOSECONDS.put("ms", 1e6);
    NANOSECONDS.put("s", 1e9);
    NANOSECONDS.put("min", 60e9);
    NANOSECONDS.put("hr", 3600e9);
    NANOSECONDS.put("day", 86_400e9);
  }

  private BenchUnit() {}

  /**
   * The factor from a unit to the base unit of a mode: nanoseconds an operation, or operations a
   * second; empty for a unit that the mode does not have.
   */
  static OptionalDouble factor(BenchMode mode, String unit) {
    String time =
        mode.largerIsBetter()
            ? unit.startsWith("ops/") ? unit.substring(4) : ""
            : unit.endsWith("/op") ? unit.substring(0, unit.length() - 3) : "";
    Double nanoseconds = NANOSECONDS.get(time);
    if (nanoseconds == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(mode.largerIsBetter() ? 1e9 / nanoseconds : nanoseconds);
  }

  /** The units that a mode may have, for a message. */
  static String known(BenchMode mode) {
    return mode.largerIsBetter()
        ? "ops/" + String.join(", ops/", NANOSECONDS.keySet())
        : String.join("/op, ", NANOSECONDS.keySet()) + "/op";
  }

  /**
   * A score with three digits and the unit that suits it: {@code 1.23 us}, {@code 41,300/s}.
   *
   * @param value in the base unit of the mode
   */
  public static String show(BenchMode mode, double value) {
    if (mode.largerIsBetter()) {
      return digits(value) + "/s";
    }
    String unit = "ns";
    double scale = 1;
    for (String candidate : new String[] {"us", "ms", "s"}) {
      double next = NANOSECONDS.getOrDefault(candidate, 1.0);
      if (value >= next) {
        unit = candidate;
        scale = next;
      }
    }
    return digits(value / scale) + " " + unit;
  }

  /** A number with at least three digits, and none after the point from 100 on. */
  public static String digits(double value) {
    double size = Math.abs(value);
    String form = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3g";
    return String.format(Locale.ROOT, form, value);
  }
}
