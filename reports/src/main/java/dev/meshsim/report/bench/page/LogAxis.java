package dev.meshsim.report.bench.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis.
 *
 * @param low the smallest value on it, over zero
 * @param high the largest
 * @param from the place of the smallest
 * @param to the place of the largest
 */
record LogAxis(double low, double high, double from, double to) {

  /** An axis that has some room beyond its values. */
  static LogAxis around(double low, double high, double from, double to) {
    double room = Math.max(Math.pow(high / low, 0.06), 1.15);
    return new LogAxis(low / room, high * room, from, to);
  }

  double place(double value) {
    return from + (to - from) * Math.log(value / low) / Math.log(high / low);
  }

  /** Powers of ten on the axis; if there are fewer than two, 1, 2 and 5 of each power too. */
  List<Double> ticks() {
    List<Double> powers = steps(1);
    return powers.size() >= 2 ? powers : steps(1, 2, 5);
  }

  private List<Double> steps(int... digits) {
    List<Double> found = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (int digit : digits) {
        double value = digit * Math.pow(10, power);
        if (value >= low && value <= high) {
          found.add(value);
        }
      }
    }
    return found;
  }
}
