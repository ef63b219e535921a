package dev.meshsim.report.document.template;

/**
 * A position in a template.
 *
 * @param file the file as the user named it
 * @param line counted from 1
 * @param column in Unicode characters, counted from 1
 */
public record TemplatePlace(String file, int line, int column)
    implements Comparable<TemplatePlace> {

  /** The position {@code characters} after this one in the same line. */
  public TemplatePlace right(int characters) {
    return new TemplatePlace(file, line, column + characters);
  }

  /** By file, then in the order of the text. */
  @Override
  public int compareTo(TemplatePlace other) {
    int byFile = file.compareTo(other.file);
    int byLine = Integer.compare(line, other.line);
    return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
