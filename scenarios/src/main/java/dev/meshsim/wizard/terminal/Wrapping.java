package dev.meshsim.wizard.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Wraps text at spaces. */
final class Wrapping {

  private Wrapping() {}

  /**
   * The lines of a text.
   *
   * @param width the most columns of a line, at least 1; a longer word is cut
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String rest = word;
      if (!line.isEmpty() && columns(line) + 1 + columns(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (columns(rest) > width) {
        int end = cut(rest, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Lines as pages. A line that is too long is cut; white space stays as it is.
   *
   * @param width the most columns of a line, at least 1
   * @param rows the most lines of a page, at least 1
   * @return at least one page
   */
  static List<List<String>> pages(List<String> lines, int width, int rows) {
    List<List<String>> pages = new ArrayList<>();
    List<String> page = new ArrayList<>();
    for (String line : lines) {
      for (String part : cut(line, width, new ArrayList<>())) {
        if (page.size() == rows) {
          pages.add(page);
          page = new ArrayList<>();
        }
        page.add(part);
      }
    }
    pages.add(page);
    return pages;
  }

  private static List<String> cut(String line, int width, List<String> parts) {
    String rest = line;
    while (columns(rest) > width) {
      int end = cut(rest, width);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(rest);
    return parts;
  }

  static int columns(CharSequence text) {
    return new AttributedString(text).columnLength();
  }

  /** The most characters from the begin that fit, at least one. */
  private static int cut(String word, int width) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()
        && columns(word.substring(0, word.offsetByCodePoints(end, 1))) <= width) {
      end = word.offsetByCodePoints(end, 1);
    }
    return end;
  }
}
