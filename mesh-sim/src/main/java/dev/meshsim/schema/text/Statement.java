package dev.meshsim.schema.text;

import dev.meshsim.schema.text.SchemaTextException.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a schema with the statements below it.
 *
 * @param place the place of its first word
 * @param indent the columns before it, a tab counted as 4
 * @param words its words; empty for a text line
 * @param text the text after the bar of a text line, or empty
 * @param below the statements that are indented more
 */
record Statement(Place place, int indent, List<Word> words, String text, List<Statement> below) {

  /**
   * A word.
   *
   * @param text without quotation marks
   * @param quoted true if it had such
   */
  record Word(Place place, String text, boolean quoted) {}

  static Statement of(Place place, int indent, List<Word> words) {
    return new Statement(place, indent, List.copyOf(words), "", new ArrayList<>());
  }

  static Statement text(Place place, int indent, String text) {
    return new Statement(place, indent, List.of(), text, new ArrayList<>());
  }

  boolean isText() {
    return words.isEmpty();
  }

  /** The first word, or an empty text. */
  String keyword() {
    return words.isEmpty() ? "" : words.get(0).text();
  }

  /** The place after the last word. */
  Place end() {
    Word last = words.get(words.size() - 1);
    return place.at(last.place().column() + last.text().length() + (last.quoted() ? 2 : 0));
  }

  /** The words after the first, which have this form; a quoted word is a string. */
  List<String> arguments(String form, boolean... quoted) {
    for (int i = 0; i < quoted.length; i++) {
      if (i + 1 >= words.size()) {
        throw SchemaTextException.syntax(
            end(), "expected " + form + ", found the end of the line", "write all of its words");
      }
      Word word = words.get(i + 1);
      if (word.quoted() != quoted[i]) {
        throw SchemaTextException.syntax(
            word.place(),
            "expected "
                + form
                + ", found "
                + (word.quoted() ? "a string" : "a name without quotes"),
            quoted[i] ? "put it between double quotation marks" : "take the quotation marks away");
      }
    }
    if (words.size() > quoted.length + 1) {
      throw SchemaTextException.syntax(
          words.get(quoted.length + 1).place(),
          "expected " + form + ", found a word too many",
          "take it away, or write it on a line of its own");
    }
    return words.subList(1, words.size()).stream().map(Word::text).toList();
  }

  /** Refuses statements below this one. */
  void requireNothingBelow() {
    if (!below.isEmpty()) {
      throw SchemaTextException.syntax(
          below.get(0).place(),
          "expected nothing below " + keyword() + ", found an indented line",
          "indent the line as much as the one above it");
    }
  }
}
