package dev.meshsim.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that tools for documents change or lose although RFC 8792 and XML allow it. The
 * exact octets must then be in a file beside the document.
 *
 * @param kind what is fragile
 * @param line the line, counted from 1
 */
public record Fragile(Kind kind, int line) {

  /** The parts that may be lost. */
  public enum Kind {
    LEADING_EMPTY_LINE("an empty line at the beginning, which xml2rfc and kramdown-rfc remove"),
    TRAILING_EMPTY_LINE("an empty line at the end, which xml2rfc and kramdown-rfc remove"),
    TRAILING_SPACE("spaces at the end of a line, which editors remove"),
    NO_FINAL_NEWLINE("no line feed at the end, which a block of a document cannot show");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The part and what becomes of it, without a full stop. */
    public String words() {
      return words;
    }
  }

  /** The fragile parts of a text, in the order of its lines. */
  public static List<Fragile> find(String text) {
    List<Fragile> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    boolean ended = lines[lines.length - 1].isEmpty();
    int count = ended ? lines.length - 1 : lines.length;
    int first = 0;
    while (first < count && lines[first].isEmpty()) {
      first++;
      found.add(new Fragile(Kind.LEADING_EMPTY_LINE, first));
    }
    int end = count;
    while (end > first && lines[end - 1].isEmpty()) {
      end--;
    }
    for (int i = first; i < end; i++) {
      if (lines[i].endsWith(" ")) {
        found.add(new Fragile(Kind.TRAILING_SPACE, i + 1));
      }
    }
    for (int i = end; i < count; i++) {
      found.add(new Fragile(Kind.TRAILING_EMPTY_LINE, i + 1));
    }
    if (!ended) {
      found.add(new Fragile(Kind.NO_FINAL_NEWLINE, count));
    }
    return List.copyOf(found);
  }

  @Override
  public String toString() {
    return "line " + line + ": " + kind.words();
  }
}
