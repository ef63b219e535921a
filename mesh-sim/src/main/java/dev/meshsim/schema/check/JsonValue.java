package dev.meshsim.schema.check;

import java.util.List;

/**
 * A JSON value with its place.
 *
 * @param kind what it is
 * @param at the place of its first character
 * @param text the text of a string or a number; empty otherwise
 * @param members the members of an object, in their order
 * @param elements the elements of an array
 */
record JsonValue(
    Kind kind, TextPlace at, String text, List<Member> members, List<JsonValue> elements) {

  /** The kinds of values, with the words for messages. */
  enum Kind {
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("null");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A member of an object.
   *
   * @param at the place of its name
   */
  record Member(String name, TextPlace at, JsonValue value) {}

  static JsonValue scalar(Kind kind, TextPlace at, String text) {
    return new JsonValue(kind, at, text, List.of(), List.of());
  }
}
