package dev.meshsim.report.document;

import dev.meshsim.report.document.template.TemplatePlace;
import java.util.ArrayList;
import java.util.List;

/** The text of a document while it is written, with the place in the template of each part. */
final class Output {

  /**
   * A part of the text.
   *
   * @param begin its first character
   * @param end the character after its last
   * @param place its origin
   * @param copied true if the template has the text itself, so that its lines can be counted
   * @param secret true if the template asked for private data there
   */
  record Span(int begin, int end, TemplatePlace place, boolean copied, boolean secret) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();

  /** The lines of the text that are ended. */
  private int lines;

  /** True after a line that only controlled: an empty line before it and after it becomes one. */
  private boolean joins;

  /** Adds text that the template has. */
  void copy(String copied, TemplatePlace place) {
    String rest = copied;
    if (joins && (text.isEmpty() || endsWithEmptyLine())) {
      while (rest.startsWith("\n")) {
        rest = rest.substring(1);
      }
    }
    if (!rest.isEmpty()) {
      joins = false;
      add(rest, new Span(0, 0, place, true, false));
    }
  }

  private boolean endsWithEmptyLine() {
    int length = text.length();
    return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
  }

  /** Notes that a line was taken away. */
  void join() {
    joins = true;
  }

  /** Adds text that was made for a placeholder. */
  void write(String made, TemplatePlace place, boolean secret) {
    joins = false;
    add(made, new Span(0, 0, place, false, secret));
  }

  private void add(String part, Span span) {
    int begin = text.length();
    text.append(part);
    lines += lineEnds(part, part.length());
    spans.add(new Span(begin, text.length(), span.place, span.copied, span.secret));
  }

  /** The number of the line that is written next, counted from 1. */
  int line() {
    return 1 + lines;
  }

  /** The number of the line of a character, counted from 1. */
  int lineAt(int index) {
    return 1 + lineEnds(text, index);
  }

  /** The number of line feeds before a character. */
  private static int lineEnds(CharSequence text, int index) {
    int found = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        found++;
      }
    }
    return found;
  }

  /** The origin of a character. */
  TemplatePlace placeAt(int index) {
    for (Span span : spans) {
      if (index >= span.begin && index < span.end) {
        int before = lineEnds(text.substring(span.begin, index), index - span.begin);
        return span.copied && before > 0
            ? new TemplatePlace(span.place.file(), span.place.line() + before, 1)
            : span.place;
      }
    }
    return spans.get(spans.size() - 1).place;
  }

  /** The text in which private data that was asked for is blank. */
  String searched() {
    StringBuilder searched = new StringBuilder(text);
    for (Span span : spans) {
      if (span.secret) {
        searched.replace(span.begin, span.end, " ".repeat(span.end - span.begin));
      }
    }
    return searched.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
