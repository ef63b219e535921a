package dev.meshsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A case of a run: a scenario, or one row of its table, over one store.
 *
 * @param name unique in the run, {@code escrow/quorum@h2}
 * @param scenario the case without its store, {@code escrow/quorum}; a path with slashes
 * @param row the name of the row, if the scenario has a table of rows; its name in brackets ends
 *     {@code scenario}
 * @param file the file as the user named it
 * @param line the line that selects this case alone, counted from 1; empty if it is the only one of
 *     its file
 * @param purpose one line
 * @param tags the scenario's tags, in its order
 * @param setting everything else that the case depends on
 */
public record ScenarioInfo(
    String name,
    String scenario,
    Optional<String> row,
    String file,
    OptionalInt line,
    String purpose,
    List<String> tags,
    Setting setting) {

  /**
   * The store, formats and seed of a case.
   *
   * @param store the name of the machines' store
   * @param dialect the label of the dialect
   * @param suite the label of the algorithms
   * @param seed the run's seed
   */
  public record Setting(String store, String dialect, String suite, long seed) {}

  /** Copies the list. */
  public ScenarioInfo {
    tags = List.copyOf(tags);
    if (row.isPresent() && !scenario.endsWith("[" + row.get() + "]")) {
      throw new IllegalArgumentException("the name of the case does not end with its row");
    }
  }

  /** The name of the scenario without row and store, {@code escrow/quorum}. */
  public String base() {
    String ending = row.map(name -> "[" + name + "]").orElse("");
    return scenario.substring(0, scenario.length() - ending.length());
  }

  /** {@code file}, or {@code file:line} if the file has several cases. */
  public String place() {
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }
}
