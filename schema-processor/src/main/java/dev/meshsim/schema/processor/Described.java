package dev.meshsim.schema.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/** The descriptions of one class: of the class under an empty name, and of each of its members. */
final class Described {

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Adds a description; an empty one is none, and the first of a name is kept. */
  void add(String name, String text) {
    if (!text.isEmpty()) {
      texts.putIfAbsent(name, text);
    }
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The resource: a line for each name, a tab between name and text, {@code \n} as two signs. */
  String resource() {
    StringBuilder lines = new StringBuilder();
    texts.forEach(
        (name, text) ->
            lines
                .append(name)
                .append('\t')
                .append(text.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
    return lines.toString();
  }
}
