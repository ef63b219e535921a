package dev.meshsim.report;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the reports on the class path by name. */
public final class Reports {

  private Reports() {}

  /**
   * All reports, sorted by name.
   *
   * @throws IllegalStateException if two have the same name
   */
  public static List<Report> all() {
    return List.copyOf(byName().values());
  }

  /**
   * The report of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names there are
   */
  public static Report named(String name) {
    Map<String, Report> reports = byName();
    Report report = reports.get(name);
    if (report == null) {
      throw new IllegalArgumentException(
          "there is no report " + name + ", only " + String.join(", ", reports.keySet()));
    }
    return report;
  }

  private static Map<String, Report> byName() {
    Map<String, Report> reports = new TreeMap<>();
    for (Report report : ServiceLoader.load(Report.class)) {
      Report other = reports.put(report.name(), report);
      if (other != null) {
        throw new IllegalStateException(
            "two reports are called " + report.name() + ": " + other + " and " + report);
      }
    }
    return reports;
  }
}
