package dev.meshsim.schema.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The descriptions of one class: of the class under an empty name, and of each of its members. */
final class Described {

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

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

  /** The members of a resource with their descriptions. */
  static Map<String, String> members(String resource) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String line : resource.split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        String text =
            ESCAPED
                .matcher(line.substring(tab + 1))
                .replaceAll(sign -> sign.group(1).equals("n") ? "\n" : "\\\\");
        members.put(line.substring(0, tab), text);
      }
    }
    return members;
  }
}
