package dev.meshsim.report.bench;

import dev.meshsim.error.Quote;
import java.util.ArrayList;
import java.util.List;

/** A table of text whose columns are as wide as their widest cell. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;

  /**
   * A table with its heads.
   *
   * @param heads the names of the columns; one that begins with {@code >} is a column of numbers,
   *     which are aligned at the right
   */
  public TextTable(String... heads) {
    right = new boolean[heads.length];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      right[i] = heads[i].startsWith(">");
      names.add(right[i] ? heads[i].substring(1) : heads[i]);
    }
    rows.add(names);
  }

  /** Adds a row; characters that would break the line are escaped. */
  public void add(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
    }
    rows.add(List.of(cells).stream().map(Quote::of).toList());
  }

  /** The heads and the rows. */
  public List<String> lines() {
    int[] widths = new int[right.length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(right[i] ? space + row.get(i) : row.get(i) + space);
    }
    return line.toString().stripTrailing();
  }
}
