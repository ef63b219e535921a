package dev.meshsim.report.bench;

import java.util.Locale;

/** Percentages in tables. */
public final class Percent {

  private Percent() {}

  /** A relative half-width: {@code ±2.1 %}; {@code ±?} if it is not known. */
  public static String plusMinus(double relative) {
    return "±" + of(relative);
  }

  /** A part of one: {@code 2.1 %}; {@code ?} if it is not known. */
  public static String of(double relative) {
    return Double.isFinite(relative) ? digits(relative) + " %" : "?";
  }

  /** A change of a ratio from one: {@code +3.2 %}. */
  public static String change(double ratio) {
    double percent = 100 * (ratio - 1);
    return String.format(Locale.ROOT, Math.abs(percent) < 99.5 ? "%+.1f %%" : "%+,.0f %%", percent);
  }

  private static String digits(double relative) {
    if (relative >= 10) {
      return ">999";
    }
    double percent = 100 * relative;
    return String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%,.0f", percent);
  }
}
