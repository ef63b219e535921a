package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.InputFile;
import dev.meshsim.report.bench.Percent;
import dev.meshsim.report.bench.page.MeasuredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What two directories of results say about their machines, where it makes them hard to compare.
 */
final class MachineNotes {

  private static final List<String> COMPARED = List.of("cpu", "processors", "governor", "jdk");
  private static final double STEADY = 0.05;

  private MachineNotes() {}

  /**
   * The differences as lines; none if one of the names is no directory with {@code machine.json}.
   */
  static List<String> between(String base, String head) {
    Map<String, String> one = facts(base);
    Map<String, String> other = facts(head);
    List<String> lines = new ArrayList<>();
    for (String name : COMPARED) {
      String value = one.getOrDefault(name, "");
      String now = other.getOrDefault(name, value);
      if (!value.isEmpty() && !now.equals(value)) {
        lines.add("not the same in both: " + name + ": " + value + " and " + now);
      }
    }
    double before = number(one, "calibrationMedian");
    double after = number(other, "calibrationMedian");
    if (before > 0 && after > 0 && Math.abs(Math.log(after / before)) > Math.log1p(STEADY)) {
      lines.add(
          "the machine was not as fast in both: a fixed piece of work took "
              + Percent.change(after / before)
              + " time in head");
    }
    steadiness("base", one, lines);
    steadiness("head", other, lines);
    return lines;
  }

  private static void steadiness(String name, Map<String, String> facts, List<String> lines) {
    double spread = number(facts, "calibrationSpread");
    if (spread > STEADY) {
      lines.add(
          "the machine was not steady in "
              + name
              + ": a fixed piece of work varied by "
              + Percent.of(spread));
    }
  }

  private static double number(Map<String, String> facts, String name) {
    try {
      return Double.parseDouble(facts.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Map<String, String> facts(String name) {
    Path file = Path.of(name).resolve(BenchRun.MACHINE);
    return Files.isRegularFile(file)
        ? MeasuredRun.facts(InputFile.read(file.toString()).text())
        : Map.of();
  }
}
