package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of planted defects in {@code docs/simulation.md}, between two comments. */
final class DefectPage {

  static final String BEGIN = "<!-- planted: begin -->";
  static final String END = "<!-- planted: end -->";

  private static final List<String> COLUMNS =
      List.of("Defect", "Place and change", "Found by", "Seeds", "Steps", "Shrunk to");

  private DefectPage() {}

  static Path file() {
    return Golden.root().resolve("docs/simulation.md");
  }

  /** The page with this table; a page with only the table if there is none. */
  static String with(Map<Defect, Caught> caught) throws IOException {
    String text =
        Files.exists(file())
            ? Files.readString(file(), StandardCharsets.UTF_8)
            : "# Simulation\n\n## Planted defects\n\n" + BEGIN + "\n" + END + "\n";
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(file() + " has no place for the table: " + BEGIN);
    }
    return text.substring(0, begin) + BEGIN + "\n" + table(caught) + unseen() + text.substring(end);
  }

  /** The rows of the table in the page: what its first two columns say of each defect. */
  static List<String> rows() throws IOException {
    String text = Files.readString(file(), StandardCharsets.UTF_8);
    String part = text.substring(text.indexOf(BEGIN), text.indexOf(END));
    return part.lines()
        .filter(
            line ->
                line.startsWith("| ")
                    && !line.startsWith("| Defect |")
                    && !line.startsWith("| --- |"))
        .map(line -> line.substring(0, line.indexOf(" | ", line.indexOf(" | ") + 1)))
        .toList();
  }

  /** The first two columns of a defect. */
  static String row(Defect defect) {
    return "| "
        + defect.name()
        + " | `"
        + defect.type()
        + "."
        + defect.method()
        + "` "
        + defect.change();
  }

  /** The row of a defect that was found. */
  static String row(Defect defect, Caught found) {
    return row(defect)
        + " | "
        + found.oracle()
        + " | "
        + found.seed()
        + " | "
        + found.steps()
        + " | "
        + found.shrunk().map(String::valueOf).orElse("-")
        + " |";
  }

  /** The defects that are not found yet. */
  private static String unseen() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("These are not found yet:");
    lines.add("");
    lines.add("| Defect | Place and change | Why |");
    lines.add("| --- | --- | --- |");
    Unseen.ALL.forEach(unseen -> lines.add(row(unseen.defect()) + " | " + unseen.why() + " |"));
    return String.join("\n", lines) + "\n";
  }

  private static String table(Map<Defect, Caught> caught) {
    List<String> lines = new ArrayList<>();
    lines.add("| " + String.join(" | ", COLUMNS) + " |");
    lines.add("| --- | --- | --- | --: | --: | --: |");
    caught.forEach((defect, found) -> lines.add(row(defect, found)));
    return String.join("\n", lines) + "\n";
  }
}
